using Ombud.Projections.Comparisons;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Disclosing;

/// <summary>
/// Hides small counts, and those that would give them away. A publication's policy, not the data's: the ombud may show all.
/// </summary>
public static class DisclosureControl
{
    /// <param name="minimumCell">The smallest count that is shown, but for 0; 0 shows all.</param>
    /// <param name="published">Earlier publications of the same period, as they are shown: a reader must not see a small difference to them either.</param>
    /// <returns>With the digest of what is shown.</returns>
    public static StatisticsReport Apply(StatisticsReport report, int minimumCell, IReadOnlyList<StatisticsReport>? published = null)
    {
        if (minimumCell < 2)
            return report;
        var areas = Coarsening.Areas(report, minimumCell, published ?? []);
        var coarse = Coarsening.Merge(report, areas);
        var equations = ReportEquations.Of(coarse);
        var shown = ReportFigures.Of(coarse);
        var values = shown
            .Keys.Concat(equations.SelectMany(equation => equation.Terms).Select(term => term.Figure))
            .Distinct()
            .Where(figure => !ReportFigures.NoSums.Any(figure.EndsWith))
            .ToDictionary(figure => figure, figure => (int)shown.GetValueOrDefault(figure));
        var small = values
            .Where(figure => figure.Value > 0 && figure.Value < minimumCell)
            .Select(figure => figure.Key)
            .Concat(
                (published ?? [])
                    .Select(earlier => ReportFigures.Of(Coarsening.Merge(earlier, areas)))
                    .SelectMany(earlier => values.Keys.Where(figure => Tells(figure, earlier, values[figure], minimumCell)))
            )
            // A cell that was hidden to cover another must not come out later, when another covers it.
            .Concat((published ?? []).SelectMany(Coarsening.HiddenCells).Where(figure => values.GetValueOrDefault(figure) > 0));
        var hidden = new Secrecy(values, equations).Hide(small);
        return StatisticsQuery.Sealed(new Blanking(hidden, minimumCell).Of(coarse));
    }

    /// <summary>True where a cell differs from an earlier publication by fewer than are shown. Totals may: they say of whom nothing.</summary>
    private static bool Tells(string figure, IReadOnlyDictionary<string, decimal> earlier, int now, int minimumCell) =>
        figure.Contains('[', StringComparison.Ordinal)
        && now > 0
        && earlier.TryGetValue(figure, out var before)
        && Math.Abs(now - before) is > 0 and var difference
        && difference < minimumCell;
}
