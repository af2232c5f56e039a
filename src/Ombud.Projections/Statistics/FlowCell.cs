using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>How many periods in which cases were open share how they began and ended, or how long the case had taken then.</summary>
internal sealed class FlowCell
{
    /// <summary>What they share: <c>flow</c> or <c>days</c>.</summary>
    public string Dimension { get; init; } = "";

    /// <summary>True where the case was opened before the reporting period.</summary>
    public bool Earlier { get; init; }

    /// <summary>True where it was opened by reopening.</summary>
    public bool Again { get; init; }

    /// <summary>True where the case is still open at the end of the reporting period; false where it was closed in it.</summary>
    public bool OpenAtEnd { get; init; }
    public int Days { get; init; }
    public int NetDays { get; init; }
    public string? Outcome { get; init; }
    public int? Age { get; init; }
    public int N { get; init; }
}

internal static class FlowCells
{
    public static FlowCounts Counts(this IEnumerable<FlowCell> cells)
    {
        var flow = cells.Where(cell => cell.Dimension == "flow").ToList();
        return new(
            Sum(cell => cell.Earlier),
            Sum(cell => cell is { Earlier: false, Again: false }),
            Sum(cell => cell is { Earlier: false, Again: true }),
            Sum(cell => !cell.OpenAtEnd),
            Sum(cell => cell.OpenAtEnd)
        );

        int Sum(Func<FlowCell, bool> which) => flow.Where(which).Sum(cell => cell.N);
    }

    public static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, int>>> Outcomes(this IEnumerable<FlowCell> cells)
    {
        var flow = cells.Where(cell => cell.Dimension == "flow").ToLookup(cell => cell.OpenAtEnd);
        return
        [
            new("byOutcome", Summed(flow[false], cell => cell.Outcome ?? "")),
            new("openByAge", Summed(flow[true], cell => OpenAges.At(cell.Age!.Value))),
        ];
    }

    public static Spread ProcessingTime(this IEnumerable<FlowCell> cells) =>
        Spread.Of(cells.Where(IsClosing).Select(cell => (cell.Days, cell.N)));

    public static Spread NetProcessingTime(this IEnumerable<FlowCell> cells) =>
        Spread.Of(cells.Where(IsClosing).Select(cell => (cell.NetDays, cell.N)));

    private static bool IsClosing(FlowCell cell) => cell is { Dimension: "days", OpenAtEnd: false };

    private static Dictionary<string, int> Summed(IEnumerable<FlowCell> cells, Func<FlowCell, string> code) =>
        cells.GroupBy(code).ToDictionary(group => group.Key, group => group.Sum(cell => cell.N));
}
