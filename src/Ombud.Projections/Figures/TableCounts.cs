namespace Ombud.Projections.Figures;

/// <summary>A line that a <see cref="TableScan"/> answers.</summary>
internal sealed class TableCell
{
    public int Mask { get; init; }
    public string[] Codes { get; init; } = [];
    public int N { get; init; }
}

/// <summary>What was counted in one period, for each of the tables that were asked for.</summary>
internal sealed class TableCounts(IReadOnlyList<(TableScan Scan, ILookup<int, TableCell> Cells)> scans)
{
    public int Total(CountedThing thing)
    {
        var (scan, cells) = scans.First(each => each.Scan.Thing == thing && each.Scan.Elements.Count == 0);
        return cells[scan.Mask([])].Sum(cell => cell.N);
    }

    /// <summary>By the codes of the table's dimensions, an empty one where none is recorded; of one dimension the second is null.</summary>
    public IReadOnlyDictionary<(string One, string? Other), int> Of(TableName table)
    {
        var (scan, cells) = scans.First(each => each.Scan.Counts(table));
        var places = table.Dimensions.Select(scan.Place).ToList();
        return cells[scan.Mask(table.Dimensions)]
            .ToDictionary(cell => (cell.Codes[places[0]], places.Count > 1 ? cell.Codes[places[1]] : null), cell => cell.N);
    }
}
