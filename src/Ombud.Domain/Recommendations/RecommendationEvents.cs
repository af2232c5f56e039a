using NodaTime;

namespace Ombud.Domain.Recommendations;

/// <summary>
/// Something that happened to a recommendation. What the council decided stands with its report; what was done, with the measures.
/// </summary>
/// <param name="OccurredOn">The day it happened, in the municipality's time zone.</param>
public abstract record RecommendationEvent(LocalDate OccurredOn) : IOccurred;

/// <summary>The ombud recommended something, in a report or in a case.</summary>
/// <param name="Report">The report it stands in, or null.</param>
/// <param name="Number">Its number in the report.</param>
/// <param name="Addressees">The units it is meant for; none means all of them.</param>
/// <param name="BasisCases">The cases it rests on.</param>
public sealed record RecommendationIssued(
    LocalDate OccurredOn,
    Guid? Report,
    string? Number,
    string Text,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<Guid> BasisCases
) : RecommendationEvent(OccurredOn);

/// <summary>
/// The administration answered, often several recommendations at once: "Ad 1, 2 og 4." Each that it covers has this event.
/// </summary>
/// <param name="AnswerId">The same in all recommendations that it covers.</param>
/// <param name="Heading">As the administration wrote it.</param>
/// <param name="Covers">Every recommendation that it answers.</param>
/// <param name="Position">Null where the answer takes none.</param>
public sealed record AdministrationResponded(
    LocalDate OccurredOn,
    Guid AnswerId,
    string? Heading,
    string? Title,
    IReadOnlyList<Guid> Covers,
    AdministrationPosition? Position,
    string? Text
) : RecommendationEvent(OccurredOn);

/// <summary>The ombud judged what has become of it.</summary>
public sealed record RecommendationAssessed(LocalDate OccurredOn, OmbudAssessment Assessment, string? Note)
    : RecommendationEvent(OccurredOn);

/// <summary>The ombud says how far it has come, in place of what the measures say.</summary>
/// <param name="Progress">Null gives it back to the measures.</param>
public sealed record ProgressStated(LocalDate OccurredOn, Progress? Progress, string Reason) : RecommendationEvent(OccurredOn);

/// <summary>The ombud closed it. Nobody else can, and no decision of the council does.</summary>
public sealed record RecommendationClosed(LocalDate OccurredOn, Closure As, string? Reason, Guid? SupersededBy)
    : RecommendationEvent(OccurredOn);

public sealed record RecommendationReopened(LocalDate OccurredOn, string Reason) : RecommendationEvent(OccurredOn);

/// <summary>The ombud took it back.</summary>
public sealed record RecommendationWithdrawn(LocalDate OccurredOn, string Reason) : RecommendationEvent(OccurredOn);
