using Ombud.EventStore;

namespace Ombud.Projections.Engine;

/// <summary>A kind of stream: how its events add up, and the read models made from it.</summary>
/// <param name="Type">Marten's name for it, such as <c>case</c>.</param>
public sealed record StreamKind<TState>(string Type, Func<TState?, object, TState> Evolve, IReadOnlyList<ReadModel<TState>> ReadModels)
    where TState : class
{
    /// <summary>The state that the events lead to, or <paramref name="from"/> where there are none.</summary>
    public TState? Fold(IEnumerable<object> events, TState? from = null) => events.Aggregate(from, (state, e) => Evolve(state, e));

    public TState? Fold(IEnumerable<RecordedEvent> events, TState? from = null) =>
        Fold(events.Where(recorded => recorded.Data is not UnknownEvent).Select(recorded => recorded.Data), from);
}
