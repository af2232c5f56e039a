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
    IReadOnlyList<OwnCell>? Own = null
)
{
    public IReadOnlyDictionary<string, int> Of(string dimension) => By.GetValueOrDefault(dimension, new Dictionary<string, int>());
}
