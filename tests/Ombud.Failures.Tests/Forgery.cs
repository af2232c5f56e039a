using System.Text.Json;
using NodaTime;
using Npgsql;
using Ombud.Integrity.Seals;

namespace Ombud.Failures.Tests;

/// <summary>
/// Somebody with all rights in the database who rewrites a case and leaves no trace in it: chain, ledger and roots are made anew.
/// </summary>
internal sealed class Forgery(NpgsqlDataSource database)
{
    private const string Tenant = "drammen";

    /// <summary>Lets the case have been received on another day.</summary>
    public async Task RewriteAsync(string number)
    {
        await RunAsync(
            "update ombud.mt_events set data = jsonb_set(data, '{occurredOn}', '\"2023-01-31\"') where "
                + "tenant_id = $1 and data ->> 'number' = $2",
            Tenant,
            number
        );
        var (stream, previous) = (await FindAsync(number), (string?)null);
        foreach (var sealing in await EventsAsync(stream))
        {
            var seal = Seal.Next(sealing, previous);
            await RunAsync(
                "update ombud.mt_events set headers = $3::jsonb where stream_id = $1 and version = $2",
                stream,
                sealing.Version,
                seal.Into(sealing.Headers?.GetRawText())
            );
            previous = seal.Hash;
        }
        await RunAsync(
            "update ombud.ledger_heads h set hash = e.headers ->> 'hash' from ombud.mt_events e where "
                + "h.stream_id = $1 and (e.tenant_id, e.stream_id, e.version) = (h.tenant_id, h.stream_id, h.version)",
            stream
        );
        await MendRootsAsync();
    }

    private async Task MendRootsAsync()
    {
        string? previous = null;
        foreach (var entry in await new Ledger(database).EntriesAsync(Tenant, CancellationToken.None))
        {
            using var root = new LedgerRoot(Tenant, entry.Entry, entry.SealedAt, entry.UpTo, previous, entry.Head);
            foreach (
                var head in await ReadAsync(
                    "select stream_id, version, hash from ombud.ledger_heads where tenant_id = $1 and entry = $2 order by stream_id",
                    row => new SealedHead(row.GetGuid(0), row.GetInt64(1), row.GetString(2)),
                    Tenant,
                    entry.Entry
                )
            )
                root.Add(head);
            var forged = root.Finish();
            await RunAsync(
                "update ombud.ledger set root = $3, previous = nullif($4, '') where tenant_id = $1 and entry = $2",
                Tenant,
                entry.Entry,
                forged,
                previous ?? ""
            );
            previous = forged;
        }
    }

    private async Task<Guid> FindAsync(string number) =>
        (
            await ReadAsync(
                "select stream_id from ombud.mt_events where tenant_id = $1 and data ->> 'number' = $2",
                row => row.GetGuid(0),
                Tenant,
                number
            )
        ).ShouldHaveSingleItem();

    private Task<List<SealedEvent>> EventsAsync(Guid stream) =>
        ReadAsync(
            """
            select e.version, e.type, e.timestamp, user_name, correlation_id, causation_id, data::text, headers::text, e.id, s.type,
                mt_dotnet_type
            from ombud.mt_events e join ombud.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.stream_id = $1 order by e.version
            """,
            row => new SealedEvent(
                Tenant,
                stream,
                row.GetInt64(0),
                row.GetString(1),
                row.GetFieldValue<Instant>(2),
                Text(row, 3),
                Text(row, 4),
                Text(row, 5),
                JsonElement.Parse(row.GetString(6)),
                Text(row, 7) is { } headers ? JsonElement.Parse(headers) : null,
                row.GetGuid(8),
                Text(row, 9),
                Text(row, 10)
            ),
            stream
        );

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private Task RunAsync(string sql, params object[] values) => ReadAsync(sql, _ => true, values);

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
