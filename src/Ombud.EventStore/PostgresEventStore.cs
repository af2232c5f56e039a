using System.Runtime.CompilerServices;
using NodaTime;
using Npgsql;
using Ombud.EventStore.Secrets;
using Ombud.EventStore.Tenancy;

namespace Ombud.EventStore;

/// <summary>The event store over Marten's tables through Npgsql alone.</summary>
/// <param name="database">The owner's: imports go through COPY, which a wall does not let through, and rebuilds read all tenants.</param>
/// <param name="keyring">Null where nothing confidential is written.</param>
/// <param name="walled">What a tenant's own work goes through; null where there is no wall.</param>
public sealed class PostgresEventStore(NpgsqlDataSource database, EventTypes types, Keyring? keyring = null, TenantDatabase? walled = null) : IEventStore
{
    private const string InOrder = "order by e.stream_id, e.version";
    private readonly EventReader _events = new(types);
    private readonly TenantDatabase _tenants = walled ?? database;

    public async Task<IWriteSession> OpenAsync(WriteRequest request, CancellationToken cancel)
    {
        var connection = await _tenants.OpenAsync(request.Tenant, cancel);
        try
        {
            return await PostgresWriteSession.BeginAsync(connection, _events, types, keyring, request, cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, Guid stream, CancellationToken cancel, long after = 0, long? upTo = null, Instant? asOf = null)
    {
        await using var connection = await _tenants.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            $"""
             select {EventReader.Columns} from ombud.mt_events e
             where e.tenant_id = $1 and e.stream_id = $2 and e.version > $3 and e.version <= $4 and e.timestamp <= $5
             order by e.version
             """, connection);
        command.With(tenant.Parameter(), stream.Parameter(), after.Parameter(), (upTo ?? long.MaxValue).Parameter(),
            new NpgsqlParameter<DateTime> { TypedValue = asOf?.ToTimestamp() ?? DateTime.MaxValue });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await _events.ReadAsync(reader, cancel);
    }

    public async Task<IReadOnlyList<RecordedEvent>> ReadStreamsAsync(string tenant, IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        await using var connection = await _tenants.OpenAsync(tenant, cancel);
        return await ReadStreamsAsync(connection, tenant, streams, cancel);
    }

    /// <summary>The same as a connection's own transaction sees it.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadStreamsAsync(
        NpgsqlConnection connection, string tenant, IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"select {EventReader.Columns} from ombud.mt_events e where e.tenant_id = $1 and e.stream_id = any($2) {InOrder}", connection);
        command.With(tenant.Parameter(), streams.ToArray().Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await _events.ReadAsync(reader, cancel);
    }

    public async Task<IReadOnlyList<StreamRange>> RangesAsync(string streamType, int size, CancellationToken cancel)
    {
        // By the ids that are there: those that rise with time share their leading bytes for weeks.
        await using var command = database.CreateCommand(
            """
            select tenant_id, id from (
                select tenant_id, id, row_number() over (partition by tenant_id order by id) - 1 as place from ombud.mt_streams where type = $1) s
            where place % $2 = 0 order by tenant_id, id
            """);
        command.With(streamType.Parameter(), ((long)size).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ranges = new List<StreamRange>();
        while (await reader.ReadAsync(cancel))
        {
            var (tenant, id) = (reader.GetString(0), reader.GetGuid(1));
            if (ranges is [.., var last] && last.Tenant == tenant)
            {
                ranges[^1] = last with { Before = id };
                ranges.Add(new(tenant, id, null));
            }
            else
                ranges.Add(StreamRange.All(tenant));
        }
        return ranges;
    }

    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(string streamType, StreamRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await foreach (var recorded in ReadAllAsync(connection, streamType, range, cancel))
            yield return recorded;
    }

    /// <summary>The same as a connection's own transaction sees it.</summary>
    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        NpgsqlConnection connection, string streamType, StreamRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
             select {EventReader.Columns} from ombud.mt_events e join ombud.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
             where e.tenant_id = $1 and e.stream_id >= $2 and s.type = $3 {(range.Before is null ? "" : "and e.stream_id < $4")} {InOrder}
             """, connection);
        command.With(range.Tenant.Parameter(), range.First.Parameter(), streamType.Parameter());
        if (range.Before is { } before)
            command.With(before.Parameter());
        await foreach (var recorded in _events.StreamAsync(command, cancel))
            yield return recorded;
    }

    public Task ImportAsync(ImportBatch batch, CancellationToken cancel) => new BulkWriter(database, types, keyring).WriteAsync(batch, cancel);

    public Task<Instant> FenceAsync(string tenant, CancellationToken cancel) => Fence.RaiseAsync(_tenants, tenant, cancel);

    public async Task<StoreClock> ReadClockAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await _tenants.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand("select clock_timestamp(), (select at from ombud.fences where tenant_id = $1)", connection);
        command.With(tenant.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await Fence.ClockAsync(reader, cancel);
    }
}
