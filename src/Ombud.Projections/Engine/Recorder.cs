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
    /// <param name="stream">The stream that the command is about.</param>
    /// <param name="request">Names the streams to write, that one among them, and what else to read in the same round trip.</param>
    /// <param name="expectedVersion">The version the caller has seen, or null where it does not matter.</param>
    /// <param name="decide">Pure: the state, or null where there is none yet, and what else was read.</param>
    /// <param name="alongside">Appends to the other streams of the request what follows from the events of this one.</param>
    public async Task<Outcome<TState>> RecordAsync(
        Guid stream, WriteRequest request, long? expectedVersion, Func<TState?, Writing, Decision> decide, CancellationToken cancel,
        Action<Writing, IReadOnlyList<object>>? alongside = null)
    {
        await using var session = await store.OpenAsync(request, cancel);
        if (expectedVersion is not null && expectedVersion != session.Version(stream))
            return new Outcome<TState>.WrongVersion(session.Version(stream));
        var writing = new Writing(session, request.Tenant);
        var before = writing.State(kind, stream);
        switch (decide(before, writing))
        {
            case Decision.Refused(var refusal):
                return new Outcome<TState>.Refused(refusal);
            case Decision.Invalid(var faults):
                return new Outcome<TState>.Invalid(faults);
            case Decision.Accepted({ Count: 0 }):
                return new Outcome<TState>.Recorded(before!, session.Version(stream), null);
            case Decision.Accepted(var events):
                var after = writing.Append(kind, stream, events);
                alongside?.Invoke(writing, events);
                return await CommitAsync(session, new(after, session.Version(stream), session.Now), cancel);
            default:
                throw new InvalidOperationException("Unknown decision.");
        }
    }

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
