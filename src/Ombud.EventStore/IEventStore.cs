using NodaTime;

namespace Ombud.EventStore;

/// <summary>
/// Streams of events on PostgreSQL, several tenants side by side. Everything a tenant does names it; none sees another's.
/// </summary>
public interface IEventStore
{
    /// <summary>Begins a write: locks the streams in id order, reads them, and fixes the recorded time. One round trip.</summary>
    Task<IWriteSession> OpenAsync(WriteRequest request, CancellationToken cancel);

    /// <summary>A stream's events in order, none where there is no such stream.</summary>
    /// <param name="after">The version to begin after; 0 for all.</param>
    /// <param name="upTo">The last version wanted, or null.</param>
    /// <param name="asOf">Only what was recorded at or before this moment, or null.</param>
    Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, Guid stream, CancellationToken cancel, long after = 0, long? upTo = null, Instant? asOf = null);

    /// <summary>Several streams' events, in order of stream and version.</summary>
    Task<IReadOnlyList<RecordedEvent>> ReadStreamsAsync(string tenant, IReadOnlyCollection<Guid> streams, CancellationToken cancel);

    /// <summary>All streams of one type cut into ranges of so many each, tenant by tenant, for workers side by side. Together the ranges cover every id.</summary>
    Task<IReadOnlyList<StreamRange>> RangesAsync(string streamType, int size, CancellationToken cancel);

    /// <summary>Every event of the streams of one type in a range of ids, stream by stream in order of version, as it is read.</summary>
    IAsyncEnumerable<RecordedEvent> ReadAllAsync(string streamType, StreamRange range, CancellationToken cancel);

    /// <summary>Writes events with their own recorded times through COPY, all in one transaction.</summary>
    /// <exception cref="ArgumentException">A stream has no events, or they are not in order of their recorded times.</exception>
    /// <exception cref="FencedException">A recorded time is at or before the tenant's fence.</exception>
    /// <exception cref="StreamConflictException">A stream is not at its expected version.</exception>
    Task ImportAsync(ImportBatch batch, CancellationToken cancel);

    /// <summary>Closes the tenant's history up to now and answers that moment: all that was recorded up to it is committed, all else will be later.</summary>
    Task<Instant> FenceAsync(string tenant, CancellationToken cancel);

    /// <summary>The database's time, and the tenant's fence.</summary>
    Task<StoreClock> ReadClockAsync(string tenant, CancellationToken cancel);
}

/// <param name="Now">By the clock that gives recorded times.</param>
/// <param name="Fence">The moment up to which the tenant's history is closed, or null where none is.</param>
public sealed record StoreClock(Instant Now, Instant? Fence);
