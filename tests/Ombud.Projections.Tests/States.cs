using JasperFx.Events;
using NodaTime;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Tests;

internal static class States
{
    /// <summary>The cases that the events recorded up to a moment make, by the plainest of folds.</summary>
    public static IEnumerable<(Guid Id, Case State)> At(IEnumerable<IEvent> events, Instant? upTo = null) =>
        events
            .Where(e => upTo is null || e.RecordedAt() <= upTo)
            .GroupBy(e => e.StreamId)
            .Select(stream => (stream.Key, stream.OrderBy(e => e.Version).Select(e => e.Data).Aggregate((Case?)null, Case.Evolve)!));

    /// <summary>The same for the streams of any kind, among others.</summary>
    public static IEnumerable<(Guid Id, TState State)> Of<TState>(StreamKind<TState> kind, IEnumerable<IEvent> events, Instant? upTo = null)
        where TState : class =>
        events
            .Where(e => upTo is null || e.RecordedAt() <= upTo)
            .GroupBy(e => e.StreamId)
            .Select(stream => (stream.Key, Events: stream.OrderBy(e => e.Version).Select(e => e.Data).ToList()))
            .Where(stream => kind.Begins(stream.Events[0]))
            .Select(stream => (stream.Key, stream.Events.Aggregate((TState?)null, kind.Evolve)!));
}
