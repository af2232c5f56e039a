using NodaTime;

namespace Ombud.Domain.Recommendations;

/// <summary>Something that the office wants recorded about a recommendation.</summary>
public abstract record RecommendationCommand;

/// <summary>Recommends something, in a report or in a case.</summary>
/// <param name="Text">In general form: it is published.</param>
/// <param name="Report">The report it stands in.</param>
/// <param name="Number">Its number in the report, which is required there.</param>
/// <param name="Addressees">Units it is meant for; none means all of them.</param>
/// <param name="BasisCases">Cases that it rests on; each of them shows it in its history.</param>
/// <param name="IssuedOn">The day the report was published, or today, unless a day is given.</param>
public sealed record IssueRecommendation(
    string Text,
    Guid? Report = null,
    string? Number = null,
    IReadOnlyList<string>? Addressees = null,
    IReadOnlyList<Guid>? BasisCases = null,
    LocalDate? IssuedOn = null
) : RecommendationCommand;

/// <summary>Registers what the administration answered.</summary>
/// <param name="Heading">As the administration wrote it: "Ad 1, 2 og 4."</param>
/// <param name="Position">Left out where the answer takes none. Whoever rejects says why in <c>text</c>.</param>
public sealed record RegisterAnswer(
    string? Heading = null,
    string? Title = null,
    AdministrationPosition? Position = null,
    string? Text = null,
    LocalDate? AnsweredOn = null
) : RecommendationCommand;

/// <summary>Registers an answer under its own id, for one recommendation or several.</summary>
/// <param name="Covers">Every recommendation that it answers.</param>
public sealed record RegisterAnswerTo(Guid AnswerId, IReadOnlyList<Guid> Covers, RegisterAnswer Answer) : RecommendationCommand;

/// <summary>The ombud judges what has become of it.</summary>
public sealed record AssessRecommendation(OmbudAssessment Assessment, string? Note = null, LocalDate? AssessedOn = null)
    : RecommendationCommand;

/// <summary>Says how far it has come in place of the measures; without <c>progress</c> it gives it back to them.</summary>
public sealed record StateProgress(string Reason, Progress? Progress = null, LocalDate? StatedOn = null) : RecommendationCommand;

/// <summary>Closes it. As implemented or not implemented only after an assessment.</summary>
/// <param name="SupersededBy">The recommendation that takes its place, where it is superseded.</param>
public sealed record CloseRecommendation(Closure As, string? Reason = null, Guid? SupersededBy = null, LocalDate? ClosedOn = null)
    : RecommendationCommand;

public sealed record ReopenRecommendation(string Reason, LocalDate? ReopenedOn = null) : RecommendationCommand;

/// <summary>Takes it back. It stays readable.</summary>
public sealed record WithdrawRecommendation(string Reason, LocalDate? WithdrawnOn = null) : RecommendationCommand;
