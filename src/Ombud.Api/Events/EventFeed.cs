using JasperFx.Events;
using Ombud.Api.Http;
using Ombud.Integrity;

namespace Ombud.Api.Events;

/// <summary>A place in the log, as cursors hold it.</summary>
internal sealed record LogPlace(long Position);

/// <summary>Events in the order of the log, and the position to go on from.</summary>
internal sealed record FeedPage(IReadOnlyList<IEvent> Events, long Next);

/// <summary>Reads a municipality's part of the log, up to where nothing can be missing.</summary>
internal sealed class EventFeed(TenantEventStore store, LogReader log, LogWatcher watcher)
{
    public const int MostAtOnce = 200;

    /// <param name="types">Stored names, or null for all.</param>
    public async Task<FeedPage> ReadAsync(
        string tenant,
        long after,
        IReadOnlyCollection<string>? types,
        Guid? subject,
        int limit,
        CancellationToken cancel
    )
    {
        var upTo = watcher.Settled;
        // Another node may be a little ahead of this one.
        if (after >= upTo)
            return new([], after);
        var events = await store.ReadLogAsync(tenant, new(after, upTo, limit, types, subject), cancel);
        return new(events, events.Count == limit ? events[^1].Sequence : upTo);
    }

    /// <summary>What to give where a cursor is wrong.</summary>
    public const string GivePlace =
        "Give the next of an earlier answer, or the id of an event of the stream, unchanged. To begin with the first event, since all are "
        + "kept, leave it out or empty.";

    /// <summary>The position that a cursor names; null where it is none, or the log has never come so far.</summary>
    /// <param name="cursor">Null or empty for the beginning.</param>
    public async Task<long?> PlaceAsync(string? cursor, CancellationToken cancel) =>
        string.IsNullOrEmpty(cursor) ? 0
        : Cursor.Read<LogPlace>(cursor) is { Position: >= 0 and var position }
        && (position <= watcher.Settled || position <= await log.NewestAsync(cancel))
            ? position
        : null;

    /// <summary>Waits until a municipality has an event after a position.</summary>
    public Task WaitAsync(string tenant, long after, CancellationToken cancel) => watcher.WaitAsync(tenant, after, cancel);
}
