using NodaTime;
using Ombud.EventStore;
using Ombud.EventStore.Secrets;

namespace Ombud.Projections.Engine;

/// <summary>One transaction seen in terms of states: what the streams it read say, and what is appended to them with the rows that follow.</summary>
public sealed class Writing(IWriteSession session, string tenant)
{
    public Instant Now => session.Now;

    /// <summary>The events that were read of a stream.</summary>
    public IReadOnlyList<RecordedEvent> Events(Guid stream) => session.Events(stream);

    /// <summary>The keys of whom the streams are about, where the request asked for them.</summary>
    public SubjectKeys Keys => session.Keys;

    /// <summary>What a stream said when it was read; null where there is none of this kind.</summary>
    public TState? State<TState>(StreamKind<TState> kind, Guid stream)
        where TState : class => kind.Fold(session.Events(stream));

    /// <summary>Appends to a stream that is locked, once each, and answers what it says then.</summary>
    public TState Append<TState>(StreamKind<TState> kind, Guid stream, IReadOnlyList<object> events)
        where TState : class
    {
        var before = State(kind, stream);
        IReadOnlyList<object> written = [.. events.Select(e => Enciphering.Of(session.Keys, tenant, stream, e))];
        var after = kind.Fold(written, before)!;
        session.Append(stream, kind.Type, written);
        foreach (var statement in kind.ReadModels.SelectMany(model => RowChanges
            .Between(before is null ? [] : model.Rows(before), model.Rows(after))
            .Statements(model.Table, model.Shape, tenant, stream, session.Now)))
            session.Queue(statement);
        return after;
    }
}
