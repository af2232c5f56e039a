using System.Globalization;

namespace Ombud.Projections.Figures;

/// <summary>A line that a <see cref="TableScan"/> answers.</summary>
internal sealed class TableCell
{
    public int Mask { get; init; }
    public string[] Codes { get; init; } = [];
    public int N { get; init; }
}

/// <summary>How many things share a row of a table, and their length where the table measures one.</summary>
internal readonly record struct Lengths(int Days, int N);

internal static class CountedLengths
{
    public static int Count(this IEnumerable<Lengths> lengths) => lengths.Sum(each => each.N);
}

/// <summary>What was counted in one period, for each of the tables that were asked for.</summary>
internal sealed class TableCounts(IReadOnlyList<(TableScan Scan, ILookup<int, TableCell> Cells)> scans)
{
    /// <summary>All of a thing that a table counts.</summary>
    public IEnumerable<Lengths> Whole(TableName table)
    {
        var (scan, cells) = scans.First(each => each.Scan.Thing == table.Thing && each.Scan.Elements.Count == 0);
        return cells[scan.Mask([.. table.MeasuredBy])].Select(cell => LengthOf(scan, cell, table));
    }

    /// <summary>By the codes of the table's dimensions, an empty one where none is recorded; of one dimension the second is null.</summary>
    public ILookup<(string One, string? Other), Lengths> Of(TableName table)
    {
        var (scan, cells) = scans.First(each => each.Scan.Counts(table));
        var places = table.Dimensions.Select(scan.Place).ToList();
        return cells[scan.Mask([.. table.CountedBy])]
            .ToLookup(
                cell => (cell.Codes[places[0]], places.Count > 1 ? cell.Codes[places[1]] : null),
                cell => LengthOf(scan, cell, table)
            );
    }

    private static Lengths LengthOf(TableScan scan, TableCell cell, TableName table) =>
        new(table.Measure is { } measure ? int.Parse(cell.Codes[scan.Place(measure.Days)], CultureInfo.InvariantCulture) : 0, cell.N);
}
