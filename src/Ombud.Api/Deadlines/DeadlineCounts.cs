using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>How many deadlines are in each state: of a unit, or of all where <c>unit</c> is absent.</summary>
/// <param name="Unit">The unit that is counted; absent in the count of all.</param>
/// <param name="Label">The same in the language asked for.</param>
/// <param name="Overdue">The last day has ended.</param>
/// <param name="DueToday">The last day is today.</param>
/// <param name="DueSoon">The last day comes within the municipality's <c>dueSoonDays</c>.</param>
/// <param name="Open">The last day comes later.</param>
/// <param name="Suspended">Paused.</param>
/// <param name="MetLate">Met after the last day.</param>
/// <param name="Met">Met in time.</param>
/// <param name="Waived">Waived.</param>
/// <param name="Ended">Not met before the case was closed.</param>
public sealed record DeadlineCounts(
    string? Unit,
    string? Label,
    int Overdue,
    int DueToday,
    int DueSoon,
    int Open,
    int Suspended,
    int MetLate,
    int Met,
    int Waived,
    int Ended
)
{
    public int In(DeadlineState state) =>
        state switch
        {
            DeadlineState.Overdue => Overdue,
            DeadlineState.DueToday => DueToday,
            DeadlineState.DueSoon => DueSoon,
            DeadlineState.Open => Open,
            DeadlineState.Suspended => Suspended,
            DeadlineState.MetLate => MetLate,
            DeadlineState.Met => Met,
            DeadlineState.Waived => Waived,
            _ => Ended,
        };

    /// <summary>One for each unit, in the municipality's order.</summary>
    public static IReadOnlyList<DeadlineCounts> ByUnit(IReadOnlyList<DeadlineCount> counts, CodeList units, string language) =>
        [
            .. counts
                .ToLookup(count => count.Unit)
                .OrderBy(group => units.PlaceOf(group.Key))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of(group.Key, units.Label(group.Key, language), group)),
        ];

    public static DeadlineCounts Total(IReadOnlyList<DeadlineCount> counts) => Of(null, null, counts);

    private static DeadlineCounts Of(string? unit, string? label, IEnumerable<DeadlineCount> counts)
    {
        var by = counts.ToLookup(count => count.State, count => count.Count);
        return new(
            unit,
            label,
            by[DeadlineState.Overdue].Sum(),
            by[DeadlineState.DueToday].Sum(),
            by[DeadlineState.DueSoon].Sum(),
            by[DeadlineState.Open].Sum(),
            by[DeadlineState.Suspended].Sum(),
            by[DeadlineState.MetLate].Sum(),
            by[DeadlineState.Met].Sum(),
            by[DeadlineState.Waived].Sum(),
            by[DeadlineState.Ended].Sum()
        );
    }
}
