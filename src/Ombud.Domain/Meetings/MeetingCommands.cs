using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Meetings;

/// <summary>Something that the office wants recorded about a meeting to come.</summary>
public abstract record MeetingCommand;

/// <summary>
/// Plans to put something before a body: a published report (<c>reportId</c>), a report that is still to come (<c>kind</c>, <c>from</c>
/// and <c>to</c>), or feedback (<c>feedbackId</c>).
/// </summary>
/// <param name="MeetingOn">The day of the meeting.</param>
/// <param name="Body">A body of the municipality, in force on that day.</param>
/// <param name="Handling">What the body is to be asked to do.</param>
/// <param name="ReportId">The report that is put before it.</param>
/// <param name="Kind">Which of the municipality's reports, where it need not be published yet.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="FeedbackId">The feedback that is put before it.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="PlannedOn">The day the plan was made; today, unless it is given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record PlanMeeting(
    LocalDate MeetingOn,
    string Body,
    Handling? Handling = null,
    Guid? ReportId = null,
    ReportKind? Kind = null,
    LocalDate? From = null,
    LocalDate? To = null,
    Guid? FeedbackId = null,
    [property: MaxLength(Limits.Passage)] string? Note = null,
    LocalDate? PlannedOn = null,
    [property: NotNil] Guid? Id = null
) : MeetingCommand, ICreating;

/// <summary>Moves a planned meeting to another day.</summary>
/// <param name="MeetingOn">The day of the meeting.</param>
/// <param name="Reason">Why it is moved.</param>
/// <param name="MovedOn">The day it was moved; today, unless it is given.</param>
public sealed record MoveMeeting(LocalDate MeetingOn, [property: MaxLength(Limits.Line)] string? Reason = null, LocalDate? MovedOn = null)
    : MeetingCommand;

/// <summary>Cancels a planned meeting. It stays readable.</summary>
/// <param name="Reason">Why it is cancelled.</param>
/// <param name="CancelledOn">The day it was cancelled; today, unless it is given.</param>
public sealed record CancelMeeting([property: MaxLength(Limits.Line)] string Reason, LocalDate? CancelledOn = null) : MeetingCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawMeetingEntry(int Version, [property: MaxLength(Limits.Line)] string Reason, MeetingCommand? Replacement)
    : MeetingCommand,
        IEntryWithdrawal<MeetingCommand>;
