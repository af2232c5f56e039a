using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using Ombud.EventStore.Json;

namespace Ombud.EventStore;

/// <summary>Turns rows of <c>mt_events</c> into events.</summary>
internal sealed class EventReader(EventTypes types)
{
    /// <summary>The columns that <see cref="Read"/> expects, of a table called <c>e</c>.</summary>
    public const string Columns =
        "e.seq_id, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data, e.timestamp, e.correlation_id, e.causation_id, e.user_name, e.headers::text";

    public async Task<List<RecordedEvent>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancel)
    {
        var events = new List<RecordedEvent>();
        while (await reader.ReadAsync(cancel))
            events.Add(Read(reader));
        return events;
    }

    public async IAsyncEnumerable<RecordedEvent> StreamAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return Read(reader);
    }

    private RecordedEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetGuid(3), row.GetInt64(4), row.GetString(5),
        Data(row.GetString(5), row.GetFieldValue<byte[]>(6)), row.GetDateTime(7).ToInstant(),
        Text(row, 8), Text(row, 9), Text(row, 10), Text(row, 11));

    private object Data(string type, byte[] json) =>
        types.TypeOf(type) is { } known
            ? JsonSerializer.Deserialize(json, known, EventJson.Options)!
            : new UnknownEvent(System.Text.Encoding.UTF8.GetString(json));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
