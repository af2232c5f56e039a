using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// Coarsening (recoding) of the table by area and matter: service areas with small counts share a row, so that less must be suppressed.
/// </summary>
internal static class Coarsening
{
    /// <summary>
    /// The areas that share a row, fewest cases first: as many of those with small counts as it takes until their row has none, but never
    /// all that have cases. What an earlier publication merged stays merged, and nothing else: whoever had the table by two groupings
    /// could subtract one from the other.
    /// </summary>
    /// <param name="published">Earlier publications of the same period, as they are shown.</param>
    public static IReadOnlyList<string> Areas(StatisticsReport report, int minimumCell, IReadOnlyList<StatisticsReport> published)
    {
        if (report.Tables.AreaByMatter is not { } table)
            return [];
        if (published.LastOrDefault(HidesAny) is { } earlier)
            return earlier.Disclosure!.MergedAreas ?? [];
        var cases = report.Tables.ByServiceArea.Rows.ToDictionary(row => row.Code, row => row.Count);
        var few = table
            .Rows.Where(row => row.Counts.Any(Small))
            .OrderBy(row => cases[row.Code])
            .ThenBy(row => row.Code, StringComparer.Ordinal)
            .Take(table.Rows.Count(row => row.Counts.Any(count => count > 0)) - 1)
            .ToList();
        if (few.Count < 2)
            return [];
        var enough = Enumerable.Range(2, few.Count - 1).FirstOrDefault(some => !Sum(few[..some]).Any(Small), few.Count);
        return [.. table.Rows.Where(few[..enough].Contains).Select(row => row.Code)];

        bool Small(int? count) => count > 0 && count < minimumCell;
    }

    /// <summary>A report with some areas in one row, the last. Where a part of a sum is not shown, the sum is not.</summary>
    public static StatisticsReport Merge(StatisticsReport report, IReadOnlyList<string> areas)
    {
        if (report.Tables.AreaByMatter is not { } table || !table.Rows.Any(Few))
            return report;
        var merged = table.Rows.Where(Few).ToList();
        var row = new CrossRow(
            string.Join('+', areas),
            Words.MergedAreas(report.Language, merged.Select(row => row.Label)),
            Sum(merged),
            areas
        );
        return report with { Tables = report.Tables.With("areaByMatter", table with { Rows = [.. table.Rows.Except(merged), row] }) };

        bool Few(CrossRow row) => row.Areas.All(areas.Contains);
    }

    /// <summary>
    /// True where a publication's table was coarsened or has suppressed cells; where it has neither, there is nothing left to keep.
    /// </summary>
    public static bool HidesAny(StatisticsReport published) =>
        published.Disclosure?.MergedAreas is not null
        || HiddenCells(published).Any(figure => figure.StartsWith(CrossTable.Name, StringComparison.Ordinal));

    public static IEnumerable<string> HiddenCells(StatisticsReport published) =>
        published.Disclosure?.Hidden.Where(figure =>
            figure.StartsWith(CrossTable.Name, StringComparison.Ordinal)
            || figure.StartsWith(CrossTable.ByUnit, StringComparison.Ordinal)
            || published.Tables.Asked.Any(each => figure.StartsWith($"tables.{each.Name}[", StringComparison.Ordinal))
        )
        ?? [];

    private static List<int?> Sum(IReadOnlyList<CrossRow> rows) =>
        [.. rows[0].Counts.Select((_, column) => rows.Aggregate((int?)0, (sum, row) => sum + row.Counts[column]))];
}
