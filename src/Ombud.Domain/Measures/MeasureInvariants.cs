using Ombud.Domain.Entries;

namespace Ombud.Domain.Measures;

/// <summary>What must hold of a measure, in whatever order its entries were typed and withdrawn.</summary>
public sealed class MeasureInvariants : IEntryInvariants<Measure>
{
    public Contradiction? Against(Measure? before, object entry, Measure whole) =>
        (before, entry) switch
        {
            (null, _) => null,
            (_, MeasureUnlinked e) when !before.Recommendations.Contains(e.Recommendation) => (Contradiction)MeasureRefusals.NotLinked,
            (_, AdministrationFollowUpLogged e) when Measure.After(before, e) is { } after && after.CompletedOn < after.StartedOn => new(
                "before_start",
                $"It was completed on {after.CompletedOn:uuuu-MM-dd}, before it was started on {after.StartedOn:uuuu-MM-dd}.",
                "completedOn"
            ),
            _ => null,
        };
}
