using Npgsql;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Trees;

/// <summary>The ledger and the stored hashes of its tree, as they were at one moment.</summary>
internal sealed record SealedTree(IReadOnlyList<LedgerEntry> Entries, IReadOnlyDictionary<(int Level, long Tile), byte[]> Tiles)
{
    public static async Task<SealedTree> ReadAsync(TenantDatabase database, string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        return new(await Ledger.EntriesAsync(connection, tenant, cancel), await new StoredTiles(connection, tenant).ReadAllAsync(cancel));
    }
}

/// <param name="Elsewhere">Events that are not the leaves that the tree has.</param>
/// <param name="Faults">What is wrong with the tree and its signatures themselves.</param>
/// <param name="Doubts">What is to be said where nothing else shows why the events give another tree.</param>
internal sealed record TreeFindings(IReadOnlyList<BrokenEvent> Elsewhere, IReadOnlyList<string> Faults, IReadOnlyList<string> Doubts);

/// <summary>Makes the tree of every entry again from the events, and compares it with what was sealed, stored and signed.</summary>
internal sealed class TreeCheck(TenantDatabase database, SigningKeys? keys)
{
    /// <param name="leaves">Of all events, in the order of the log; at least up to where the newest entry seals.</param>
    public async Task<TreeFindings> RunAsync(
        string tenant,
        SealedTree known,
        IReadOnlyList<(long Position, byte[] Leaf)> leaves,
        CancellationToken cancel
    )
    {
        var (entries, faults) = (known.Entries.Where(entry => entry.Tree is not null).ToList(), new List<string>());
        faults.AddRange(
            known
                .Entries.SkipWhile(entry => entry.Tree is null)
                .Where(entry => entry.Tree is null)
                .Select(entry => $"Entry {entry.Entry} of the ledger has no tree, and one before it has.")
        );
        faults.AddRange(
            entries.Where(entry => !IsSigned(tenant, entry)).Select(entry => $"Entry {entry.Entry} of the ledger is not signed.")
        );
        var made = new TreeTiles();
        var (size, others) = (0, new List<LedgerEntry>());
        foreach (var entry in entries)
        {
            for (; size < leaves.Count && leaves[size].Position <= entry.UpTo; size++)
                made.Add(leaves[size].Leaf);
            if (size != entry.Size || Convert.ToHexStringLower(await made.Tree.RootAsync(size)) != entry.Tree)
                others.Add(entry);
        }
        if (others.Count == 0)
        {
            faults.AddRange(Unlike(made.TakeChanged(), known.Tiles));
            return new([], faults, []);
        }
        var stored = new TreeTiles((level, tile) => Task.FromResult(known.Tiles.GetValueOrDefault((level, tile))));
        foreach (var entry in others)
            if (
                entry.Size is not (> 0 and <= int.MaxValue)
                || Convert.ToHexStringLower(await stored.Tree.RootAsync(entry.Size.Value)) != entry.Tree
            )
                faults.Add($"Entry {entry.Entry} of the ledger has not the tree whose hashes are stored.");
        return new(
            await ElsewhereAsync(tenant, known, leaves.Take(size), cancel),
            faults,
            [$"The events do not give the tree that entry {others[0].Entry} of the ledger has sealed."]
        );
    }

    private bool IsSigned(string tenant, LedgerEntry entry) =>
        keys is null
        || (
            entry is { Note: { } note, Tree: { } root }
            && Checkpoint.Read(note) is { } checkpoint
            && checkpoint.Size == entry.Size
            && Convert.ToHexStringLower(checkpoint.Root) == root
            && checkpoint.Origin.EndsWith($"/{tenant}", StringComparison.Ordinal)
            && checkpoint.IsSigned(note, keys)
        );

    private static IEnumerable<string> Unlike(
        IReadOnlyList<(int Level, long Tile, byte[] Hashes)> made,
        IReadOnlyDictionary<(int Level, long Tile), byte[]> stored
    )
    {
        var own = made.ToDictionary(each => (each.Level, each.Tile), each => each.Hashes);
        return own
            .Keys.Union(stored.Keys)
            .Where(key =>
                !(own.TryGetValue(key, out var one) && stored.TryGetValue(key, out var other) && one.AsSpan().SequenceEqual(other))
            )
            .Order()
            .Select(key => $"The stored hashes of the tree are not those of the events: level {key.Level}, tile {key.Tile}.");
    }

    private async Task<IReadOnlyList<BrokenEvent>> ElsewhereAsync(
        string tenant,
        SealedTree known,
        IEnumerable<(long Position, byte[] Leaf)> leaves,
        CancellationToken cancel
    )
    {
        var stored = known
            .Tiles.Where(tile => tile.Key.Level == 0)
            .SelectMany(tile => tile.Value.Chunk(TreeTiles.HashSize).Select(Convert.ToHexString))
            .ToHashSet();
        var others = leaves.Where(each => !stored.Contains(Convert.ToHexString(each.Leaf))).Select(each => each.Position).ToArray();
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            """
            select stream_id, version, seq_id, type from ombud.mt_events
            where tenant_id = $1 and seq_id = any($2) and stream_id is not null order by seq_id
            """,
            connection
        );
        command.With(tenant.Parameter(), others.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<BrokenEvent>();
        while (await reader.ReadAsync(cancel))
            found.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), Damage.NotInTree));
        return found;
    }
}
