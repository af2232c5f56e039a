using NodaTime;
using Ombud.EventStore;

namespace Ombud.Projections.Tests;

internal static class States
{
    /// <summary>The cases that the events recorded up to a moment make, by the plainest of folds.</summary>
    public static IEnumerable<(Guid Id, Case State)> At(IEnumerable<RecordedEvent> events, Instant? upTo = null) => events
        .Where(e => upTo is null || e.RecordedAt <= upTo)
        .GroupBy(e => e.Stream)
        .Select(stream => (stream.Key, stream.OrderBy(e => e.Version).Select(e => e.Data).Aggregate((Case?)null, Case.Evolve)!));
}
