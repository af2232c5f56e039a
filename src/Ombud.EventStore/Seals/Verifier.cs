using System.Text.Json;
using Npgsql;

namespace Ombud.EventStore.Seals;

/// <summary>Checks a municipality's whole history: each stream's chain, several at once, then the ledger against the chains.</summary>
/// <param name="streamsAtATime">How many streams one worker checks in one go.</param>
public sealed class Verifier(NpgsqlDataSource database, int streamsAtATime = 2000)
{
    private readonly LedgerCheck _ledger = new(database);

    /// <param name="kept">Roots of ledger entries that somebody kept elsewhere.</param>
    /// <param name="events">Told how many events have been checked.</param>
    public async Task<Verification> RunAsync(string tenant, IReadOnlyDictionary<int, string> kept, IProgress<int>? events, CancellationToken cancel)
    {
        var (broken, done, streams) = (new Dictionary<Guid, BrokenEvent>(), 0L, 0L);
        await Parallel.ForEachAsync(await RangesAsync(tenant, cancel), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, async (range, stop) =>
        {
            var (found, checkedStreams, checkedEvents) = await CheckAsync(tenant, range.First, range.Before, stop);
            lock (broken)
                foreach (var each in found)
                    broken[each.Stream] = each;
            Interlocked.Add(ref streams, checkedStreams);
            var sum = Interlocked.Add(ref done, checkedEvents);
            events?.Report((int)Math.Min(int.MaxValue, sum));
        });
        var entries = await new Ledger(database).EntriesAsync(tenant, cancel);
        foreach (var gone in await _ledger.GoneAsync(tenant, cancel))
            broken.TryAdd(gone.Stream, gone);
        return new(tenant, done, streams, entries.Count, entries.Count > 0 ? entries[^1].SealedAt : null,
            [.. broken.Values.OrderBy(each => each.Position ?? long.MaxValue).ThenBy(each => each.Stream)], [.. await _ledger.FaultsAsync(tenant, entries, kept, cancel)]);
    }

    private async Task<IReadOnlyList<(Guid First, Guid? Before)>> RangesAsync(string tenant, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select id from (select id, row_number() over (order by id) - 1 as place from (
                select id from ombud.mt_streams where tenant_id = $1 union select stream_id from ombud.mt_events where tenant_id = $1 and version = 1) s) numbered
            where place % $2 = 0 order by id
            """);
        command.CommandTimeout = 0;
        command.With(tenant.Parameter(), ((long)streamsAtATime).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var first = new List<Guid>();
        while (await reader.ReadAsync(cancel))
            first.Add(first.Count == 0 ? Guid.Empty : reader.GetGuid(0));
        return [.. first.Select((id, i) => (id, i + 1 < first.Count ? first[i + 1] : (Guid?)null))];
    }

    private async Task<(List<BrokenEvent> Broken, int Streams, long Events)> CheckAsync(string tenant, Guid first, Guid? before, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // One snapshot, so that a stream's end is not held against a head that was written since.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var heads = await HeadsAsync(connection, tenant, first, before, cancel);
        await using var command = new NpgsqlCommand(
            """
            select stream_id, version, type, timestamp, user_name, correlation_id, causation_id, data, headers, seq_id from ombud.mt_events
            where tenant_id = $1 and stream_id >= $2 and ($3::uuid is null or stream_id < $3) order by stream_id, version
            """, connection) { CommandTimeout = 0 };
        command.With(tenant.Parameter(), first.Parameter(), new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = (object?)before ?? DBNull.Value });
        var (broken, checks, events, check) = (new List<BrokenEvent>(), 0, 0L, (StreamCheck?)null);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var stream = reader.GetGuid(0);
            if (check?.Stream != stream)
            {
                Finish();
                (check, checks) = (new(stream), checks + 1);
            }
            check.Next(Read(reader, tenant, stream), reader.GetInt64(9));
            events++;
        }
        Finish();
        // Heads whose events are all gone.
        broken.AddRange(heads.Where(head => head.Value > 0).Select(head => new BrokenEvent(head.Key, 1, null, null, Damage.Removed)));
        return (broken, checks, events);

        void Finish()
        {
            if (check is null)
                return;
            check.End(heads.GetValueOrDefault(check.Stream, check.Version));
            heads.Remove(check.Stream);
            if (check.Broken is { } found)
                broken.Add(found);
        }
    }

    private static SealedEvent Read(NpgsqlDataReader row, string tenant, Guid stream) => new(
        tenant, stream, row.GetInt64(1), row.GetString(2), row.GetDateTime(3).ToInstant(), Text(row, 4), Text(row, 5), Text(row, 6),
        JsonElement.Parse(row.GetFieldValue<byte[]>(7)), row.IsDBNull(8) ? null : JsonElement.Parse(row.GetFieldValue<byte[]>(8)));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static async Task<Dictionary<Guid, long>> HeadsAsync(NpgsqlConnection connection, string tenant, Guid first, Guid? before, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select id, version from ombud.mt_streams where tenant_id = $1 and id >= $2 and ($3::uuid is null or id < $3)", connection);
        command.With(tenant.Parameter(), first.Parameter(), new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = (object?)before ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var heads = new Dictionary<Guid, long>();
        while (await reader.ReadAsync(cancel))
            heads.Add(reader.GetGuid(0), reader.GetInt64(1));
        return heads;
    }
}
