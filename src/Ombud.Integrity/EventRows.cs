using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using Ombud.Integrity.Json;

namespace Ombud.Integrity;

/// <summary>
/// Rows of <c>mt_events</c> as Marten's events, where so many are read that a session for each stream would be slow: rebuilds, imports,
/// the log. The types are those that the store was told. One that cannot be read is an <see cref="UnreadableEvent"/>, so that it spoils
/// its own stream alone.
/// </summary>
public sealed class EventRows(IDocumentStore store)
{
    private const string Columns =
        "e.seq_id, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data, e.timestamp, "
        + "e.correlation_id, e.causation_id, e.user_name, e.headers::text";

    private const string InOrder = "order by e.stream_id, e.version";

    private readonly DocumentStore _store = (DocumentStore)store;

    /// <summary>What the store was told, asked once for each name: a type that is mapped later is a type of a newer version.</summary>
    private readonly ConcurrentDictionary<string, Type?> _types = new();

    /// <summary>Several streams' events, in order of stream and version, as the connection's transaction sees them.</summary>
    public async Task<IReadOnlyList<IEvent>> ReadAsync(
        NpgsqlConnection connection,
        string tenant,
        IReadOnlyCollection<Guid> streams,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from ombud.mt_events e where e.tenant_id = $1 and e.stream_id = any($2) {InOrder}",
            connection
        );
        command.With(tenant.Parameter(), streams.ToArray().Parameter());
        return await ReadAsync(command, cancel);
    }

    /// <summary>Every event of the streams of one type in a range of ids, stream by stream in order of version, as it is read.</summary>
    public async IAsyncEnumerable<IEvent> ReadAsync(
        NpgsqlConnection connection,
        string streamType,
        StreamRange range,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {Columns} from ombud.mt_events e join ombud.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.tenant_id = $1 and e.stream_id >= $2 and s.type = $3 {(range.Before is null ? "" : "and e.stream_id < $4")} {InOrder}
            """,
            connection
        );
        command.With(range.Tenant.Parameter(), range.First.Parameter(), streamType.Parameter());
        if (range.Before is { } before)
            command.With(before.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return Read(reader);
    }

    /// <summary>The events of the log in order, from after a position up to and with another.</summary>
    public async Task<IReadOnlyList<IEvent>> ReadLogAsync(
        NpgsqlDataSource owner,
        long after,
        long upTo,
        int limit,
        CancellationToken cancel
    )
    {
        await using var command = owner.CreateCommand(
            $"select {Columns} from ombud.mt_events e where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3"
        );
        command.With(after.Parameter(), upTo.Parameter(), ((long)limit).Parameter());
        return await ReadAsync(command, cancel);
    }

    /// <summary>A tenant's events in the order of the log.</summary>
    public async Task<IReadOnlyList<IEvent>> ReadLogAsync(
        NpgsqlConnection connection,
        string tenant,
        LogQuery query,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        command.With(tenant.Parameter(), query.After.Parameter(), query.UpTo.Parameter(), ((long)query.Limit).Parameter());
        var more = "";
        if (query.Types is { } types)
        {
            command.With(types.ToArray().Parameter());
            more += $" and e.type = any(${command.Parameters.Count})";
        }
        if (query.Stream is { } stream)
        {
            command.With(stream.Parameter());
            more += $" and e.stream_id = ${command.Parameters.Count}";
        }
        command.CommandText =
            $"select {Columns} from ombud.mt_events e where e.tenant_id = $1 and e.seq_id > $2 and e.seq_id <= $3{more} "
            + "order by e.seq_id limit $4";
        return await ReadAsync(command, cancel);
    }

    private async Task<IReadOnlyList<IEvent>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var events = new List<IEvent>();
        while (await reader.ReadAsync(cancel))
            events.Add(Read(reader));
        return events;
    }

    private IEvent Read(NpgsqlDataReader row)
    {
        var (tenant, stream, version, type) = (row.GetString(2), row.GetGuid(3), row.GetInt64(4), row.GetString(5));
        IEvent e;
        try
        {
            e = _store.Events.BuildEvent(Data(type, row.GetFieldValue<byte[]>(6)));
            e.Headers = RecordedEvents.ReadHeaders(Text(row, 11));
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            e = new Event<UnreadableEvent>(new(new(tenant, stream, version, type, wrong)));
        }
        (e.Sequence, e.Id, e.TenantId, e.StreamId, e.Version, e.EventTypeName) = (
            row.GetInt64(0),
            row.GetGuid(1),
            tenant,
            stream,
            version,
            type
        );
        (e.Timestamp, e.CorrelationId, e.CausationId, e.UserName) = (
            row.GetFieldValue<DateTimeOffset>(7),
            Text(row, 8),
            Text(row, 9),
            Text(row, 10)
        );
        return e;
    }

    private object Data(string type, byte[] json) =>
        _types.GetOrAdd(type, TypeOf) is { } known
            ? JsonSerializer.Deserialize(json, known, EventJson.Options) ?? throw new JsonException(Failures.NoData)
            : new UnknownEvent(Encoding.UTF8.GetString(json));

    /// <summary>False for an event of a known type with data that this type cannot be read from.</summary>
    public bool IsReadable(string type, JsonElement data)
    {
        try
        {
            return _types.GetOrAdd(type, TypeOf) is not { } known || data.Deserialize(known, EventJson.Options) is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private Type? TypeOf(string name) => _store.Events.AllKnownEventTypes().FirstOrDefault(known => known.EventTypeName == name)?.EventType;

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
