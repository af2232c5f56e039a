using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>How many periods in which cases were open share the way they began, their length, or their outcome.</summary>
internal sealed class FlowCell
{
    /// <summary>What they share: <c>flow</c>, <c>days</c>, <c>net</c>, <c>outcome</c> or <c>age</c>.</summary>
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

    public static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, int>>> Outcomes(this IEnumerable<FlowCell> cells) =>
        [
            new(
                "byOutcome",
                cells
                    .Where(cell => cell is { Dimension: "outcome", OpenAtEnd: false })
                    .ToDictionary(cell => cell.Outcome ?? "", cell => cell.N)
            ),
            new(
                "openByAge",
                cells
                    .Where(cell => cell is { Dimension: "age", OpenAtEnd: true })
                    .ToDictionary(cell => OpenAges.At(cell.Age!.Value), cell => cell.N)
            ),
        ];

    public static Spread ProcessingTime(this IEnumerable<FlowCell> cells) =>
        Spread.Of(cells.Where(cell => cell is { Dimension: "days", OpenAtEnd: false }).Select(cell => (cell.Days, cell.N)));

    public static Spread NetProcessingTime(this IEnumerable<FlowCell> cells) =>
        Spread.Of(cells.Where(cell => cell is { Dimension: "net", OpenAtEnd: false }).Select(cell => (cell.NetDays, cell.N)));
}
