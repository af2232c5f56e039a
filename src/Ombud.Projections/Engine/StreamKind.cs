using System.Text.Json;
using JasperFx.Events;
using Ombud.Integrity;

namespace Ombud.Projections.Engine;

/// <summary>A kind of stream: how its events add up, and the read models made from it.</summary>
/// <param name="StreamType">The type that Marten names the stream after.</param>
/// <param name="First">The events that such a stream can begin with.</param>
public sealed record StreamKind<TState>(
    Type StreamType,
    IReadOnlyList<Type> First,
    Func<TState?, object, TState> Evolve,
    IReadOnlyList<ReadModel<TState>> ReadModels
)
    where TState : class
{
    /// <summary>The stored name, such as <c>case</c>.</summary>
    public string Type { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(StreamType.Name);

    /// <summary>The state that the events lead to, or <paramref name="from"/> where there are none.</summary>
    public TState? Fold(IEnumerable<object> events, TState? from = null) => events.Aggregate(from, Next);

    /// <summary>
    /// The state after one more event. One that is not known is passed on: entries are counted, and a withdrawal names one by its place.
    /// </summary>
    public TState? Next(TState? state, object data) => state is null && data is UnknownEvent ? null : Evolve(state, data);

    /// <summary>True for an event that such a stream can begin with.</summary>
    public bool Begins(object data) => First.Contains(data.GetType());

    /// <summary>Null also where the stream is of another kind: then there is nothing of this kind under its id.</summary>
    /// <exception cref="UnreadableEventException">One of the events cannot be read.</exception>
    public TState? Fold(IEnumerable<IEvent> events, TState? from = null)
    {
        var known = events.Select(recorded => recorded.Data is UnreadableEvent unreadable ? throw unreadable.Why : recorded.Data).ToList();
        return from is null && known is [var first, ..] && !Begins(first) ? null : Fold(known, from);
    }
}
