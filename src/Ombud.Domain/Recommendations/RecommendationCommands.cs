using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Recommendations;

/// <summary>Something that the office wants recorded about a recommendation.</summary>
public abstract record RecommendationCommand;

/// <summary>Recommends something, in a report or in a case.</summary>
/// <param name="Text">In general form: it is published.</param>
/// <param name="ReportId">The report it stands in.</param>
/// <param name="Number">Its number in the report, which is required there.</param>
/// <param name="Addressees">Units it is meant for; none means all of them.</param>
/// <param name="BasisCases">Cases that it rests on; each of them shows it in its history.</param>
/// <param name="IssuedOn">The day the report was published, or today, unless a day is given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record IssueRecommendation(
    [property: MaxLength(Limits.Passage)] string Text,
    Guid? ReportId = null,
    [property: MaxLength(16)] string? Number = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<string>? Addressees = null,
    [property: MaxLength(Limits.References)] IReadOnlyList<Guid>? BasisCases = null,
    LocalDate? IssuedOn = null,
    [property: NotNil] Guid? Id = null
) : RecommendationCommand, ICreating;

/// <summary>Registers what the administration answered.</summary>
/// <param name="Heading">As the administration wrote it: "Ad 1, 2 og 4."</param>
/// <param name="Title">Its title.</param>
/// <param name="Position">Left out where the answer takes none. Whoever rejects says why in <c>text</c>.</param>
/// <param name="Text">The answer, in the administration's words. Required where the position rejects.</param>
/// <param name="AnsweredOn">The day it was given; today, unless it is given.</param>
public sealed record RegisterAnswer(
    [property: MaxLength(Limits.Line)] string? Heading = null,
    [property: MaxLength(Limits.Line)] string? Title = null,
    AdministrationPosition? Position = null,
    [property: MaxLength(Limits.Passage)] string? Text = null,
    LocalDate? AnsweredOn = null
) : RecommendationCommand;

/// <summary>Registers an answer under its own id, for one recommendation or several.</summary>
/// <param name="Covers">Every recommendation that it answers.</param>
public sealed record RegisterAnswerTo(
    Guid AnswerId,
    [property: MaxLength(Limits.References)] IReadOnlyList<Guid> Covers,
    RegisterAnswer Answer
) : RecommendationCommand;

/// <summary>The ombud judges what has become of it.</summary>
/// <param name="Assessment">What the ombud says has become of it.</param>
/// <param name="Note">What the ombud says with it.</param>
/// <param name="AssessedOn">The day of the assessment; today, unless it is given.</param>
public sealed record AssessRecommendation(
    OmbudAssessment Assessment,
    [property: MaxLength(Limits.Passage)] string? Note = null,
    LocalDate? AssessedOn = null
) : RecommendationCommand;

/// <summary>Says how far it has come in place of the measures; without <c>progress</c> it gives it back to them.</summary>
/// <param name="Reason">Why the ombud says so in place of the measures.</param>
/// <param name="Progress">How far it has come; left out, the measures speak again.</param>
/// <param name="StatedOn">The day it was said; today, unless it is given.</param>
public sealed record StateProgress([property: MaxLength(Limits.Line)] string Reason, Progress? Progress = null, LocalDate? StatedOn = null)
    : RecommendationCommand;

/// <summary>Closes it. As implemented or not implemented only after an assessment.</summary>
/// <param name="As">How it ends.</param>
/// <param name="Reason">Why it is closed.</param>
/// <param name="SupersededBy">The recommendation that takes its place, where it is superseded.</param>
/// <param name="ClosedOn">The day it was closed; today, unless it is given.</param>
public sealed record CloseRecommendation(
    Closure As,
    [property: MaxLength(Limits.Line)] string? Reason = null,
    Guid? SupersededBy = null,
    LocalDate? ClosedOn = null
) : RecommendationCommand;

/// <summary>Follows a closed recommendation up again.</summary>
/// <param name="Reason">Why it is followed up again.</param>
/// <param name="ReopenedOn">The day it was reopened; today, unless it is given.</param>
public sealed record ReopenRecommendation([property: MaxLength(Limits.Line)] string Reason, LocalDate? ReopenedOn = null)
    : RecommendationCommand;

/// <summary>Takes it back. It stays readable.</summary>
/// <param name="Reason">Why it is taken back.</param>
/// <param name="WithdrawnOn">The day it was taken back; today, unless it is given.</param>
public sealed record WithdrawRecommendation([property: MaxLength(Limits.Line)] string Reason, LocalDate? WithdrawnOn = null)
    : RecommendationCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawRecommendationEntry(
    int Version,
    [property: MaxLength(Limits.Line)] string Reason,
    RecommendationCommand? Replacement
) : RecommendationCommand, IEntryWithdrawal<RecommendationCommand>;
