using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>What PostgreSQL counted, without names.</summary>
internal sealed record Counts(
    Instant Moment,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> By,
    int Inquiries,
    int Cases,
    FlowCounts Flow,
    ProcessingTime ProcessingTime,
    (int Inquiries, int Cases, int Matters) YearBefore)
{
    public IReadOnlyDictionary<string, int> Of(string dimension) => By.GetValueOrDefault(dimension, new Dictionary<string, int>());
}
