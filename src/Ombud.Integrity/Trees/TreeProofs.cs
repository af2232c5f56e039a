using Npgsql;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Trees;

/// <summary>What proves that events stand in the tree of a checkpoint.</summary>
/// <param name="Municipality">The municipality's code.</param>
/// <param name="Checkpoint">The signed checkpoint that they are proven against.</param>
/// <param name="Events">In the order of the stream, as far as the checkpoint covers it.</param>
/// <param name="Later">How many events of the stream came after the checkpoint.</param>
public sealed record StreamProof(string Municipality, string Checkpoint, IReadOnlyList<LeafProof> Events, int Later);

/// <summary>An event as a leaf of the tree, with its path.</summary>
/// <param name="Index">Its place among all events of the municipality, from 0.</param>
/// <param name="Leaf">The text whose hash the leaf is: the event as it was sealed, its seal and its position.</param>
/// <param name="Path">The hashes, in Base64, that lead from the leaf to the root (RFC 9162).</param>
public sealed record LeafProof(long Index, string Leaf, IReadOnlyList<string> Path);

/// <summary>What proves that the tree of one checkpoint begins with the tree of another.</summary>
/// <param name="Municipality">The municipality's code.</param>
/// <param name="From">The earlier checkpoint, signed.</param>
/// <param name="To">The later checkpoint, signed.</param>
/// <param name="Path">The hashes, in Base64, that lead to both roots (RFC 9162).</param>
public sealed record ConsistencyProof(string Municipality, string From, string To, IReadOnlyList<string> Path);

/// <summary>Makes proofs from the stored hashes of a municipality's tree: three tiles for each leaf, however many there are.</summary>
public sealed class TreeProofs(TenantDatabase database)
{
    /// <summary>The sizes of the signed checkpoints, rising.</summary>
    public async Task<IReadOnlyList<long>> SizesAsync(string tenant, CancellationToken cancel) =>
        [
            .. (await Ledger.EntriesAsync(database, tenant, cancel))
                .Where(entry => entry.Note is not null)
                .Select(entry => entry.Size!.Value),
        ];

    public async Task<bool> IsThereAsync(string tenant, Guid stream, string type, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            "select exists (select from ombud.mt_streams where tenant_id = $1 and id = $2 and type = $3)",
            connection
        );
        command.With(tenant.Parameter(), stream.Parameter(), type.Parameter());
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <param name="size">Of a checkpoint.</param>
    public async Task<StreamProof> OfStreamAsync(string tenant, Guid stream, long size, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var entries = await Ledger.EntriesAsync(connection, tenant, cancel);
        var upTo = At(entries, size).UpTo;
        var rows = await RowsAsync(connection, tenant, stream, cancel);
        var tree = Tree(connection, tenant, cancel);
        var events = new List<LeafProof>();
        foreach (var (position, leaf) in rows.Where(row => row.Position <= upTo))
        {
            var index = await IndexAsync(connection, tenant, entries, position, cancel);
            events.Add(new(index, leaf, Texts(await tree.InclusionAsync(index, size))));
        }
        return new(tenant, At(entries, size).Note!, events, rows.Count - events.Count);
    }

    /// <param name="from">The size of a checkpoint, no greater than the other.</param>
    public async Task<ConsistencyProof> ConsistencyAsync(string tenant, long from, long to, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var entries = await Ledger.EntriesAsync(connection, tenant, cancel);
        return new(
            tenant,
            At(entries, from).Note!,
            At(entries, to).Note!,
            Texts(await Tree(connection, tenant, cancel).ConsistencyAsync(from, to))
        );
    }

    private static LedgerEntry At(IReadOnlyList<LedgerEntry> entries, long size) =>
        entries.First(entry => entry.Size == size && entry.Note is not null);

    private static MerkleTree Tree(NpgsqlConnection connection, string tenant, CancellationToken cancel)
    {
        var stored = new StoredTiles(connection, tenant);
        return new TreeTiles((level, tile) => stored.LoadAsync(level, tile, cancel)).Tree;
    }

    private static string[] Texts(IReadOnlyList<byte[]> path) => [.. path.Select(Convert.ToBase64String)];

    private static async Task<List<(long Position, string Leaf)>> RowsAsync(
        NpgsqlConnection connection,
        string tenant,
        Guid stream,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {SealedRows.Columns}, s.type from ombud.mt_events e
            left join ombud.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.tenant_id = $1 and e.stream_id = $4 order by e.version
            """,
            connection
        );
        command.With([.. SealedRows.Parameters(tenant), stream.Parameter()]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(long Position, string Leaf)>();
        while (await reader.ReadAsync(cancel))
            if (!SealedRows.IsTombstone(reader))
                rows.Add(
                    (
                        SealedRows.Position(reader),
                        SealedEvent.LeafText(
                            SealedRows.Read(reader, tenant, SealedRows.Text(reader, SealedRows.Next)),
                            SealedRows.Position(reader)
                        )
                    )
                );
        return rows;
    }

    /// <summary>Counted from the entry of the ledger before: only the first, over an old history, is long.</summary>
    private static async Task<long> IndexAsync(
        NpgsqlConnection connection,
        string tenant,
        IReadOnlyList<LedgerEntry> entries,
        long position,
        CancellationToken cancel
    )
    {
        var before = entries.LastOrDefault(entry => entry.Size is not null && entry.UpTo < position);
        await using var command = new NpgsqlCommand(
            $"""
            select count(*) from ombud.mt_events e where e.tenant_id = $1 and e.seq_id > $2 and e.seq_id < $3 and not {Tombstones.Are}
            """,
            connection
        );
        command.With(tenant.Parameter(), (before?.UpTo ?? 0).Parameter(), position.Parameter());
        return (before?.Size ?? 0) + (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
