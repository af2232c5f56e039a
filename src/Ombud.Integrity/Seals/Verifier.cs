using Marten;
using Npgsql;
using Ombud.Integrity.Tenancy;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Seals;

/// <summary>Checks a municipality's whole history: each stream's chain, several at once, then the ledger against the chains.</summary>
/// <param name="store">Whose events are also read as what they are; null where only the seals are checked.</param>
/// <param name="streamsAtATime">How many streams one worker checks in one go.</param>
/// <param name="keys">Those that checkpoints may be signed with; null where signatures are not verified.</param>
/// <param name="streamTypes">The type of stream that begins with each event, by its stored name.</param>
public sealed class Verifier(
    TenantDatabase database,
    IDocumentStore? store = null,
    int streamsAtATime = 2000,
    IReadOnlyDictionary<string, string>? streamTypes = null,
    SigningKeys? keys = null
)
{
    private readonly LedgerCheck _ledger = new(database);
    private readonly EventRows? _rows = store is null ? null : new(store);

    /// <param name="kept">Roots of ledger entries that somebody kept elsewhere.</param>
    /// <param name="events">Told how many events have been checked.</param>
    public async Task<Verification> RunAsync(
        string tenant,
        IReadOnlyDictionary<int, string> kept,
        IProgress<int>? events,
        CancellationToken cancel
    )
    {
        var (broken, done, streams, tombstones) = (new Dictionary<Guid, BrokenEvent>(), 0L, 0L, 0L);
        var leaves = new List<(long Position, byte[] Leaf)>();
        // First: whatever it has sealed is there when the events are read.
        var tree = await SealedTree.ReadAsync(database, tenant, cancel);
        await Parallel.ForEachAsync(
            await RangesAsync(tenant, cancel),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            async (range, stop) =>
            {
                var some = new List<(long Position, byte[] Leaf)>();
                var (found, checkedStreams, checkedEvents, tombs) = await CheckAsync(tenant, range.First, range.Before, some, stop);
                lock (leaves)
                    leaves.AddRange(some);
                lock (broken)
                    foreach (var each in found)
                        broken[each.StreamId] = each;
                Interlocked.Add(ref streams, checkedStreams);
                Interlocked.Add(ref tombstones, tombs);
                var sum = Interlocked.Add(ref done, checkedEvents);
                events?.Report((int)Math.Min(int.MaxValue, sum));
            }
        );
        var entries = tree.Entries;
        // What is sealed anew up to its middle breaks the chain there, and the ledger before.
        foreach (var found in (await _ledger.GoneAsync(tenant, cancel)).Concat(await _ledger.SlippedInAsync(tenant, entries, cancel)))
            if (!broken.TryGetValue(found.StreamId, out var known) || found.Version < known.Version || known.Damage == Damage.StreamChanged)
                broken[found.StreamId] = found;
        leaves.Sort((one, other) => one.Position.CompareTo(other.Position));
        var findings = await new TreeCheck(database, keys).RunAsync(tenant, tree, leaves, cancel);
        // What a chain shows already has another leaf too.
        foreach (var found in findings.Elsewhere)
            broken.TryAdd(found.StreamId, found);
        return new(
            tenant,
            done,
            streams,
            tombstones == 0 ? null : tombstones,
            entries.Count,
            entries.Count > 0 ? entries[^1].SealedAt : null,
            [.. broken.Values.OrderBy(each => each.Position ?? long.MaxValue).ThenBy(each => each.StreamId)],
            [.. await _ledger.FaultsAsync(tenant, entries, kept, cancel), .. findings.Faults, .. broken.Count == 0 ? findings.Doubts : []],
            await HiddenAsync(tenant, cancel),
            await AheadAsync(tenant, cancel)
        );
    }

    /// <summary>What stands where nothing that goes by streams would look.</summary>
    private async Task<IReadOnlyList<string>> HiddenAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            "select count(*) from ombud.mt_events where tenant_id = $1 and stream_id is null",
            connection
        );
        command.CommandTimeout = 0;
        command.With(tenant.Parameter());
        return (long)(await command.ExecuteScalarAsync(cancel))! is > 0 and var hidden
            ? [$"Events that stand in no stream: {hidden}."]
            : [];
    }

    private async Task<AheadOfClock?> AheadAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return (await AheadOfClock.ReadAsync(connection, cancel)).SingleOrDefault(each => each.Municipality == tenant);
    }

    private async Task<IReadOnlyList<(Guid First, Guid? Before)>> RangesAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            """
            select id from (select id, row_number() over (order by id) - 1 as place from (
                select id from ombud.mt_streams where tenant_id = $1
                union select stream_id from ombud.mt_events where tenant_id = $1 and version = 1) s) numbered
            where place % $2 = 0 order by id
            """,
            connection
        );
        command.CommandTimeout = 0;
        command.With(tenant.Parameter(), ((long)streamsAtATime).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var first = new List<Guid>();
        while (await reader.ReadAsync(cancel))
            first.Add(first.Count == 0 ? Guid.Empty : reader.GetGuid(0));
        if (first.Count == 0)
            first.Add(Guid.Empty);
        return [.. first.Select((id, i) => (id, i + 1 < first.Count ? first[i + 1] : (Guid?)null))];
    }

    private async Task<(List<BrokenEvent> Broken, int Streams, long Events, long Tombstones)> CheckAsync(
        string tenant,
        Guid first,
        Guid? before,
        List<(long Position, byte[] Leaf)> leaves,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        // One snapshot, so that a stream's end is not compared with a head that was written since.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var heads = await StreamHead.ReadAsync(connection, tenant, first, before, cancel);
        await using var command = new NpgsqlCommand(
            $"""
            select {SealedRows.Columns} from ombud.mt_events e
            where e.tenant_id = $1 and e.stream_id >= $4 and ($5::uuid is null or e.stream_id < $5) order by e.stream_id, e.version
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        command.With([
            .. SealedRows.Parameters(tenant),
            first.Parameter(),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = (object?)before ?? DBNull.Value },
        ]);
        var (broken, checks, events, tombstones, check) = (new List<BrokenEvent>(), 0, 0L, 0L, (StreamCheck?)null);
        var (head, marked) = ((StreamHead?)null, new HashSet<Guid>());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (SealedRows.IsTombstone(reader))
            {
                tombstones++;
                marked.Add(reader.GetGuid(0));
                continue;
            }
            var stream = reader.GetGuid(0);
            if (check?.Stream != stream)
            {
                Finish();
                // A stream that was removed with its head has none.
                if (!heads.Remove(stream, out head))
                    head = StreamHead.None;
                (check, checks) = (new(stream, head, IsReadable, TypeOf), checks + 1);
            }
            var position = SealedRows.Position(reader);
            var recorded = SealedRows.Read(reader, tenant, head!.Type);
            leaves.Add((position, check.Next(reader.GetInt64(1), reader.GetString(2), position, recorded)));
            events++;
        }
        Finish();
        // Heads whose events are all gone.
        broken.AddRange(heads.Keys.Except(marked).Select(gone => new BrokenEvent(gone, 1, null, null, Damage.Removed)));
        return (broken, checks, events, tombstones);

        void Finish()
        {
            check?.End();
            if (check?.Broken is { } found)
                broken.Add(found);
        }
    }

    private string? TypeOf(string firstEvent) => streamTypes?.GetValueOrDefault(firstEvent);

    private bool IsReadable(SealedEvent recorded) => _rows?.IsReadable(recorded.Type, recorded.Data) ?? true;
}
