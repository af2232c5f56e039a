using JasperFx.Events;
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

    /// <summary>False for a position that no cursor can have: the log has never come so far.</summary>
    public async Task<bool> HasAsync(long position, CancellationToken cancel) =>
        position <= watcher.Settled || position <= await log.NewestAsync(cancel);

    /// <summary>Waits until a municipality has an event after a position.</summary>
    public Task WaitAsync(string tenant, long after, CancellationToken cancel) => watcher.WaitAsync(tenant, after, cancel);
}
