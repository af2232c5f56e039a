using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.EventStore;

namespace Ombud.Projections.Engine;

/// <summary>
/// The middle of every command: load the stream and fold its state, decide, append the events and the changed rows in one transaction.
/// </summary>
public sealed class Recorder<TState>(IEventStore store, StreamKind<TState> kind)
    where TState : class
{
    /// <param name="request">Names the stream, and what else to catch up on in the same round trip.</param>
    /// <param name="expectedVersion">The version the caller has seen, or null where it does not matter.</param>
    /// <param name="decide">Pure: the state, or null where there is none yet, and the session's time and caught-up events.</param>
    public async Task<Outcome<TState>> RecordAsync(
        WriteRequest request, long? expectedVersion, Func<TState?, IWriteSession, Decision> decide, CancellationToken cancel)
    {
        var stream = request.Streams.Single();
        await using var session = await store.OpenAsync(request, cancel);
        if (expectedVersion is not null && expectedVersion != session.Version(stream))
            return new Outcome<TState>.WrongVersion(session.Version(stream));
        var before = kind.Fold(session.Events(stream));
        switch (decide(before, session))
        {
            case Decision.Refused(var refusal):
                return new Outcome<TState>.Refused(refusal);
            case Decision.Invalid(var faults):
                return new Outcome<TState>.Invalid(faults);
            case Decision.Accepted({ Count: 0 }):
                return new Outcome<TState>.Recorded(before!, session.Version(stream), null);
            case Decision.Accepted(var events):
                var after = kind.Fold(events, before)!;
                session.Append(stream, kind.Type, events);
                foreach (var statement in Changes(request.Tenant, stream, before, after, session.Now))
                    session.Queue(statement);
                return await CommitAsync(session, new(after, session.Version(stream), session.Now), cancel);
            default:
                throw new InvalidOperationException("Unknown decision.");
        }
    }

    private IEnumerable<NpgsqlBatchCommand> Changes(string tenant, Guid stream, TState? before, TState after, Instant now) =>
        kind.ReadModels.SelectMany(model => RowChanges
            .Between(before is null ? [] : model.Rows(before), model.Rows(after))
            .Statements(model.Table, model.Shape, tenant, stream, now));

    private async Task<Outcome<TState>> CommitAsync(IWriteSession session, Outcome<TState>.Recorded recorded, CancellationToken cancel)
    {
        try
        {
            await session.CommitAsync(cancel);
            return recorded;
        }
        catch (StreamConflictException)
        {
            return new Outcome<TState>.WrongVersion(null);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && RuleOf(e.ConstraintName) is { } refusal)
        {
            return new Outcome<TState>.Refused(refusal);
        }
    }

    private Refusal? RuleOf(string? constraint) => kind.ReadModels
        .SelectMany(model => model.Indexes.Select(index => (Name: model.IndexName(index), index.WhenTaken)))
        .FirstOrDefault(index => constraint?.StartsWith(index.Name, StringComparison.Ordinal) == true).WhenTaken;
}
