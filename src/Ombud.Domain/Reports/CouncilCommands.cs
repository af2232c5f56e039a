using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Reports;

/// <summary>Something that the office wants recorded about a report and the council.</summary>
public abstract record ReportCommand;

/// <summary>Registers a report that was published without Ombud.</summary>
/// <param name="Kind">Which of the municipality's reports it is.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">The period's last day.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="Title">Its title.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record RegisterReport(
    ReportKind Kind,
    LocalDate From,
    LocalDate To,
    LocalDate PublishedOn,
    [property: MaxLength(Limits.Line)] string? Title = null,
    [property: NotNil] Guid? Id = null
) : ReportCommand, ICreating;

/// <summary>A report, or the account of what was done about it, was put before a body.</summary>
/// <param name="Body">A body of the municipality.</param>
/// <param name="Handling">What the body was asked to do with it.</param>
/// <param name="PresentedOn">Today, unless a day is given.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="AnswersRequests">Requests for an account that this answers.</param>
public sealed record PresentReport(
    string Body,
    Handling Handling,
    LocalDate? PresentedOn = null,
    [property: MaxLength(Limits.Passage)] string? Note = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<Guid>? AnswersRequests = null
) : ReportCommand;

/// <summary>A body decided on the report. That of the council is what its recommendations show; none is closed by it.</summary>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Position">What was decided.</param>
/// <param name="DecidedOn">The day it was decided; today, unless it is given.</param>
/// <param name="Words">As it was worded: "tilslutte sig".</param>
/// <param name="Recommendations">Numbers of those it is about; all of them, unless they are given.</param>
public sealed record RegisterDecision(
    string Body,
    CouncilPosition Position,
    LocalDate? DecidedOn = null,
    [property: MaxLength(Limits.Line)] string? Words = null,
    [property: MaxLength(Limits.References)] IReadOnlyList<string>? Recommendations = null
) : ReportCommand;

/// <summary>A body asked for an account of what is being done.</summary>
/// <param name="Body">The body that asked: a code of the municipality's bodies.</param>
/// <param name="Text">What was asked for.</param>
/// <param name="AskedOn">The day it was asked for; today, unless it is given.</param>
/// <param name="DueOn">The day by which it is to be given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record RegisterCouncilRequest(
    string Body,
    [property: MaxLength(Limits.Passage)] string Text,
    LocalDate? AskedOn = null,
    LocalDate? DueOn = null,
    Guid? Id = null
) : ReportCommand;

/// <summary>The body got its account.</summary>
/// <param name="AnsweredOn">The day it got it; today, unless it is given.</param>
/// <param name="Note">What the account said, or where it stands.</param>
public sealed record AnswerCouncilRequest(LocalDate? AnsweredOn = null, [property: MaxLength(Limits.Passage)] string? Note = null);

/// <summary>The answer to one of the requests.</summary>
public sealed record AnswerRequestOf(Guid RequestId, AnswerCouncilRequest Answer) : ReportCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawReportEntry(int Version, [property: MaxLength(Limits.Line)] string Reason, ReportCommand? Replacement)
    : ReportCommand,
        IEntryWithdrawal<ReportCommand>;
