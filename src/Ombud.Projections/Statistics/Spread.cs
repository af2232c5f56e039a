using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>How days spread. Absent figures: there were none.</summary>
/// <param name="N">How many were counted; absent where it is not shown.</param>
/// <param name="MedianDays">Half took so many days or fewer.</param>
/// <param name="P90Days">Nine of ten took so many days or fewer.</param>
/// <param name="MaximumDays">The longest took so many days.</param>
/// <param name="MeanDays">The mean, rounded to one decimal; absent, too, in documents that were published before there was one.</param>
public sealed record Spread(int? N, decimal? MedianDays, int? P90Days, int? MaximumDays, decimal? MeanDays = null)
{
    internal static Spread Of(IEnumerable<Lengths> lengths) => Of(lengths.Select(each => (each.Days, each.N)));

    /// <param name="counted">Lengths in days, each with how often it occurs.</param>
    public static Spread Of(IEnumerable<(int Days, int N)> counted)
    {
        var all = counted.OrderBy(each => each.Days).ToList();
        var n = all.Sum(each => each.N);
        return n == 0
            ? new(0, null, null, null)
            : new(n, (At((n - 1) / 2) + At(n / 2)) / 2m, At((int)Math.Ceiling(0.9 * n) - 1), all[^1].Days, Mean());

        decimal Mean() => decimal.Round(all.Sum(each => (decimal)each.Days * each.N) / n, 1, MidpointRounding.AwayFromZero);

        // The length that stands at a place, from 0, when all stand in a row.
        int At(int place) => all.First(each => (place -= each.N) < 0).Days;
    }
}
