using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Seals;

/// <summary>Holds the ledger against the events, and against itself.</summary>
internal sealed class LedgerCheck(TenantDatabase database)
{
    /// <summary>What the ledger has sealed and is not there, or is another.</summary>
    public async Task<IReadOnlyList<BrokenEvent>> GoneAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            """
            select h.stream_id, h.version, e.seq_id, e.type,
                   (select max(version) from ombud.mt_events m where m.tenant_id = $1 and m.stream_id = h.stream_id)
            from ombud.ledger_heads h
            left join ombud.mt_events e on e.tenant_id = h.tenant_id and e.stream_id = h.stream_id and e.version = h.version
            where h.tenant_id = $1 and e.headers ->> 'hash' is distinct from h.hash order by h.entry, h.stream_id
            """,
            connection
        );
        command.CommandTimeout = 0;
        command.With(tenant.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var gone = new List<BrokenEvent>();
        while (await reader.ReadAsync(cancel))
            gone.Add(
                reader.IsDBNull(2)
                    ? new(reader.GetGuid(0), reader.IsDBNull(4) ? 1 : reader.GetInt64(4) + 1, null, null, Damage.Removed)
                    : new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), Damage.Replaced)
            );
        return gone;
    }

    /// <summary>
    /// The first event of each stream that lies where nothing could come any more when the newest entry was made, and is in no entry.
    /// </summary>
    public async Task<IReadOnlyList<BrokenEvent>> SlippedInAsync(
        string tenant,
        IReadOnlyList<LedgerEntry> entries,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            $"""
            select distinct on (e.stream_id) e.stream_id, e.version, e.seq_id, e.type from ombud.mt_events e
            left join (
                select stream_id, max(version) as version from ombud.ledger_heads where tenant_id = $1 group by stream_id
            ) h using (stream_id)
            where e.tenant_id = $1 and e.seq_id <= $2 and e.version > coalesce(h.version, 0) and e.stream_id is not null
                and not {Tombstones.Are}
            order by e.stream_id, e.version
            """,
            connection
        );
        command.CommandTimeout = 0;
        command.With(tenant.Parameter(), (entries.Count > 0 ? entries[^1].UpTo : 0).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<BrokenEvent>();
        while (await reader.ReadAsync(cancel))
            found.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), Damage.SlippedIn));
        return found;
    }

    /// <summary>What is wrong with the ledger itself.</summary>
    /// <param name="kept">Roots that somebody kept elsewhere, by entry.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(
        string tenant,
        IReadOnlyList<LedgerEntry> entries,
        IReadOnlyDictionary<int, string> kept,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var (faults, previous) = (new List<string>(), (LedgerEntry?)null);
        foreach (var (i, entry) in entries.Index())
        {
            using var root = new LedgerRoot(tenant, entry.Entry, entry.SealedAt, entry.UpTo, entry.Previous, entry.Head);
            await foreach (var head in Ledger.HeadsAsync(connection, tenant, entry.Entry, cancel))
                root.Add(head);
            if (entry.Entry != i + 1)
                faults.Add($"Entry {i + 1} of the ledger is not there.");
            if (entry.Previous != previous?.Root || entry.After != (previous?.UpTo ?? 0))
                faults.Add($"Entry {entry.Entry} of the ledger does not follow the one before it.");
            if (root.Finish() != entry.Root)
                faults.Add($"Entry {entry.Entry} of the ledger is not what was sealed.");
            previous = entry;
        }
        if (await HeadsOfNoEntryAsync(connection, tenant, cancel) is > 0 and var loose)
            faults.Add($"Heads that belong to no entry of the ledger: {loose}.");
        faults.AddRange(
            kept.OrderBy(each => each.Key)
                .Where(each => entries.FirstOrDefault(entry => entry.Entry == each.Key)?.Root != each.Value)
                .Select(each => $"Entry {each.Key} of the ledger has not the root that was kept: {each.Value}.")
        );
        return faults;
    }

    private static async Task<long> HeadsOfNoEntryAsync(NpgsqlConnection connection, string tenant, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select count(*) from ombud.ledger_heads h where h.tenant_id = $1
                and not exists (select from ombud.ledger l where l.tenant_id = h.tenant_id and l.entry = h.entry)
            """,
            connection
        );
        command.With(tenant.Parameter());
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
