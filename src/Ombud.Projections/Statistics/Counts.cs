using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>What PostgreSQL counted, without names.</summary>
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
    IReadOnlyList<OwnCell>? Own = null
)
{
    public IReadOnlyDictionary<string, int> Of(string dimension) => By.GetValueOrDefault(dimension, new Dictionary<string, int>());
}
