using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Ombud.Projections.Engine;

/// <summary>How Marten's <c>AggregateStreamAsync</c> folds a stream: as the domain does. Nothing of it is stored.</summary>
public sealed class StreamAggregation<TState> : SingleStreamProjection<TState, Guid>
    where TState : class
{
    private readonly StreamKind<TState> _kind;

    public StreamAggregation(StreamKind<TState> kind)
    {
        _kind = kind;
        Name = kind.Type;
    }

    public override TState? Evolve(TState? snapshot, Guid id, IEvent e) => _kind.Next(snapshot, e.Data);
}
