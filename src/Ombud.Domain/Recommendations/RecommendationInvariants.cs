using Ombud.Domain.Entries;

namespace Ombud.Domain.Recommendations;

/// <summary>What must hold of a recommendation, in whatever order its entries were typed and withdrawn.</summary>
public sealed class RecommendationInvariants : IEntryInvariants<Recommendation>
{
    public Contradiction? Against(Recommendation? before, object entry, Recommendation whole) =>
        (before, entry) switch
        {
            (null, _) or (_, not RecommendationEvent) => null,
            ({ Closure: Closure.Open }, RecommendationReopened) => RecommendationRefusals.IsOpen,
            (_, RecommendationReopened e) => Contradiction.Early(e.OccurredOn, before.ClosedOn, "it was closed"),
            ({ Closure: not Closure.Open }, _) => RecommendationRefusals.IsClosed,
            (
                { Assessment: OmbudAssessment.NotAssessed },
                RecommendationClosed { As: Closure.ClosedImplemented or Closure.ClosedNotImplemented }
            ) => RecommendationRefusals.NotAssessed,
            (_, RecommendationClosed or RecommendationWithdrawn) => SinceIssued(entry, whole)
                ?? Contradiction.Early(((RecommendationEvent)entry).OccurredOn, before.ReopenedOn, "it was reopened"),
            _ => SinceIssued(entry, whole),
        };

    private static Contradiction? SinceIssued(object entry, Recommendation whole) =>
        Contradiction.Early(((RecommendationEvent)entry).OccurredOn, whole.IssuedOn, "it was issued");
}
