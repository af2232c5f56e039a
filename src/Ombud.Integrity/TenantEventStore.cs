using JasperFx.Events;
using Marten;
using Marten.Services;
using NodaTime;
using Npgsql;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity;

/// <summary>
/// Marten's event store as it is used for one tenant: sessions on connections that show this tenant alone, and writes that are sealed.
/// </summary>
/// <param name="keyring">Null where nothing confidential is written.</param>
public sealed class TenantEventStore(IDocumentStore store, TenantDatabase database, Keyring? keyring = null)
{
    private readonly EventRows _rows = new(store);

    /// <summary>Begins a write: locks the streams in id order, reads them, and fixes the recorded time. One round trip.</summary>
    public Task<WriteSession> OpenAsync(WriteRequest request, CancellationToken cancel) =>
        store.ReadAsync(() => WriteSession.OpenAsync(store, database, keyring, request, cancel), cancel);

    /// <summary>A stream's events in order, none where there is no such stream.</summary>
    /// <param name="after">The version to begin after; 0 for all.</param>
    /// <param name="upTo">The last version wanted, or null.</param>
    /// <param name="asOf">Only what was recorded at or before this moment, or null.</param>
    public Task<IReadOnlyList<IEvent>> FetchStreamAsync(
        string tenant,
        Guid stream,
        CancellationToken cancel,
        long after = 0,
        long? upTo = null,
        Instant? asOf = null
    ) =>
        store.ReadAsync(
            async () =>
            {
                await using var connection = await database.OpenAsync(tenant, cancel);
                await using var session = store.QuerySession(OnConnection(connection, tenant));
                // For Marten 0 is no limit at all.
                if (upTo <= 0)
                    return [];
                var from = after == 0 ? 0 : after + 1;
                return (await session.Events.FetchStreamAsync(stream, upTo ?? 0, asOf?.ToDateTimeOffset(), from, cancel)).WithData();
            },
            cancel
        );

    /// <summary>
    /// Several streams' events, in order of stream and version. One that cannot be read is an <see cref="UnreadableEvent"/>, so that the
    /// other streams are had all the same.
    /// </summary>
    public async Task<IReadOnlyList<IEvent>> FetchStreamsAsync(string tenant, IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await _rows.ReadAsync(connection, tenant, streams, cancel);
    }

    /// <summary>A tenant's events in the order of the log. One that cannot be read is an <see cref="UnreadableEvent"/>.</summary>
    public async Task<IReadOnlyList<IEvent>> ReadLogAsync(string tenant, LogQuery query, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await _rows.ReadLogAsync(connection, tenant, query, cancel);
    }

    private static SessionOptions OnConnection(NpgsqlConnection connection, string tenant)
    {
        var options = SessionOptions.ForConnection(connection);
        options.TenantId = tenant;
        return options;
    }
}
