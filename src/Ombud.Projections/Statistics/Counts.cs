using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>What PostgreSQL counted, without names.</summary>
/// <param name="People">How many there are, and how many of the inquiries are of them.</param>
/// <param name="BeforeBy">The cases of the period before by each kind of code; null where no code replaces another.</param>
/// <param name="YearBeforeBy">The same of the year before.</param>
internal sealed record Counts(
    Instant Moment,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> By,
    int Inquiries,
    int Cases,
    FlowCounts Flow,
    Spread ProcessingTime,
    IReadOnlyList<ResponseCell> Responses,
    (int Count, int Inquiries) People,
    (int Inquiries, int Cases, int Matters, int People) Before,
    (int Inquiries, int Cases, int Matters, int People) YearBefore,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? BeforeBy = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? YearBeforeBy = null,
    IReadOnlyList<OwnCell>? Own = null,
    Spread? NetProcessingTime = null
)
{
    /// <summary>By the codes of a table; an empty one where none is recorded.</summary>
    /// <param name="table">The name of a standard table.</param>
    public IReadOnlyDictionary<string, int> Of(string table) => By.GetValueOrDefault(table, new Dictionary<string, int>());

    /// <summary>The whole that the rows of a standard table are parts of, by its name among the figures.</summary>
    public int Total(string figure) =>
        figure switch
        {
            "inquiries" => Inquiries,
            "cases" => Cases,
            "declined" => Of("inquiriesByDeclineReason").Values.Sum(),
            "flow.closed" => Flow.Closed ?? 0,
            "flow.openAtEnd" => Flow.OpenAtEnd ?? 0,
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "It is the whole of no standard table."),
        };
}
