using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>What PostgreSQL counted, without names.</summary>
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
    (int Inquiries, int Cases, int Matters) Before,
    (int Inquiries, int Cases, int Matters) YearBefore,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? BeforeBy = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? YearBeforeBy = null,
    IReadOnlyList<OwnCell>? Own = null
)
{
    public IReadOnlyDictionary<string, int> Of(string dimension) => By.GetValueOrDefault(dimension, new Dictionary<string, int>());
}
