using NodaTime;
using Npgsql;
using Ombud.EventStore.Secrets;

namespace Ombud.EventStore;

/// <summary>
/// Which streams to write, under lock, and which others to catch up on in the same round trip.
/// </summary>
/// <param name="CatchUp">Streams that are read only, without a lock, from after the version the caller already has.</param>
/// <param name="Keys">Null where nothing confidential will be written.</param>
public sealed record WriteRequest(
    string Tenant, IReadOnlyCollection<Guid> Streams, EventMetadata Metadata, IReadOnlyDictionary<Guid, long>? CatchUp = null, SubjectRequest? Keys = null);

/// <summary>One transaction. Disposing it without <see cref="CommitAsync"/> undoes it.</summary>
public interface IWriteSession : IAsyncDisposable
{
    /// <summary>The recorded time of everything appended in this session: the database's clock, later than every event of its streams, than all that it shows, and than the fence.</summary>
    Instant Now { get; }

    /// <summary>The stream's events in order; for a stream to catch up on, those after the version asked for.</summary>
    IReadOnlyList<RecordedEvent> Events(Guid stream);

    /// <summary>The keys that confidential texts are enciphered under, where the request asked for them.</summary>
    SubjectKeys Keys { get; }

    /// <summary>The version a stream is at; 0 where there is none yet.</summary>
    long Version(Guid stream);

    /// <param name="streamType">Stored name of the stream's type, such as <c>case</c>.</param>
    void Append(Guid stream, string streamType, IReadOnlyList<object> events);

    /// <summary>Runs a statement in the same transaction, after the events.</summary>
    void Queue(NpgsqlBatchCommand statement);

    /// <summary>Writes it all. One round trip.</summary>
    /// <exception cref="StreamConflictException">Another transaction created the stream meanwhile.</exception>
    Task CommitAsync(CancellationToken cancel);
}
