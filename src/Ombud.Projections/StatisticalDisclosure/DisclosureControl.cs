using Ombud.Projections.Comparisons;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// Statistical disclosure control: suppresses small counts (primary suppression), and those that would disclose them (complementary
/// suppression). A publication's policy, not the data's: the ombud may show all.
/// </summary>
public static class DisclosureControl
{
    /// <param name="minimumCell">The smallest count that is shown, but for 0; 0 shows all.</param>
    /// <param name="published">Earlier publications of the same period, as they are shown: a reader must not see a small difference to them
    /// either.</param>
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
            .Where(ReportFigures.IsCount)
            .ToDictionary(figure => figure, figure => (int)shown.GetValueOrDefault(figure));
        var primary = values
            .Where(figure => figure.Value > 0 && figure.Value < minimumCell)
            .Select(figure => figure.Key)
            .Concat(
                (published ?? [])
                    .Select(earlier => WithOtherNames(ReportFigures.Of(Coarsening.Merge(earlier, areas))))
                    .SelectMany(earlier => values.Keys.Where(figure => Discloses(figure, earlier, values[figure], minimumCell)))
            )
            // A complementary cell of an earlier publication must not be shown later, when another cell complements the primary one.
            .Concat(
                (published ?? []).SelectMany(Coarsening.HiddenCells).SelectMany(Names).Where(figure => values.GetValueOrDefault(figure) > 0)
            );
        var suppressed = new ComplementarySuppression(values, equations).Suppress(primary);
        var means = new MeansOfFew(values, equations, minimumCell).Hidden(coarse, suppressed, published ?? []);
        return StatisticsQuery.Sealed(new CellSuppression(suppressed, minimumCell, means).ApplyTo(coarse));
    }

    /// <summary>A figure of a usual table by the name that it has where it is asked for, and the other way round.</summary>
    private static IEnumerable<string> Names(string figure)
    {
        yield return figure;
        foreach (var table in StandardTables.All)
            if (figure.StartsWith($"tables.{table.Name}[", StringComparison.Ordinal))
                yield return $"tables.{table.Counts}{figure[$"tables.{table.Name}".Length..]}";
            else if (figure.StartsWith($"tables.{table.Counts}[", StringComparison.Ordinal))
                yield return $"tables.{table.Name}{figure[$"tables.{table.Counts}".Length..]}";
    }

    private static Dictionary<string, decimal> WithOtherNames(IReadOnlyDictionary<string, decimal> figures) =>
        figures
            .SelectMany(figure => Names(figure.Key), (figure, name) => (name, figure.Value))
            .DistinctBy(each => each.name)
            .ToDictionary();

    /// <summary>True where a cell differs from an earlier publication by fewer than are shown. Totals may: they disclose nobody.</summary>
    private static bool Discloses(string figure, IReadOnlyDictionary<string, decimal> earlier, int now, int minimumCell) =>
        figure.Contains('[', StringComparison.Ordinal)
        && now > 0
        && earlier.TryGetValue(figure, out var before)
        && Math.Abs(now - before) is > 0 and var difference
        && difference < minimumCell;
}
