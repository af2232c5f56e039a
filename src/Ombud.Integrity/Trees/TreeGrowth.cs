using Npgsql;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Trees;

/// <summary>
/// The tree of a municipality's events in the order of the log. It grows when the ledger does, so that a command knows nothing of it.
/// </summary>
internal sealed class TreeGrowth(NpgsqlConnection connection, string tenant)
{
    private const int AtOnce = 10_000;
    private const int TilesAtOnce = 500;
    private readonly StoredTiles _stored = new(connection, tenant);

    /// <summary>Adds the events between two places of the log to a tree of a size.</summary>
    /// <returns>Its size and its root then.</returns>
    public async Task<TreeHead> ExtendAsync(long size, long after, long upTo, CancellationToken cancel)
    {
        var tiles = new TreeTiles((level, tile) => _stored.LoadAsync(level, tile, cancel));
        await tiles.OpenAsync(size);
        foreach (var leaf in await LeavesAsync(after, upTo, cancel))
        {
            tiles.Add(leaf);
            size++;
        }
        foreach (var some in tiles.TakeChanged().Chunk(TilesAtOnce))
            await _stored.SaveAsync(some, cancel);
        return new(size, Convert.ToHexStringLower(await tiles.Tree.RootAsync(size)));
    }

    private async Task<List<byte[]>> LeavesAsync(long after, long upTo, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {SealedRows.Columns}, s.type from ombud.mt_events e
            left join ombud.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.tenant_id = $1 and e.seq_id > $4 and e.seq_id <= $5 order by e.seq_id
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        command.With([.. SealedRows.Parameters(tenant), after.Parameter(), upTo.Parameter()]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (leaves, rows) = (new List<byte[]>(), new List<(long Position, SealedEvent? Recorded)>());
        while (await reader.ReadAsync(cancel))
        {
            if (SealedRows.IsTombstone(reader))
                continue;
            rows.Add((SealedRows.Position(reader), SealedRows.Read(reader, tenant, SealedRows.Text(reader, SealedRows.Next))));
            if (rows.Count == AtOnce)
                Hash();
        }
        Hash();
        return leaves;

        void Hash()
        {
            leaves.AddRange(rows.AsParallel().AsOrdered().Select(row => LeafOf(row.Recorded, row.Position)));
            rows.Clear();
        }
    }

    private static byte[] LeafOf(SealedEvent? recorded, long position)
    {
        try
        {
            return recorded is { } read && Seal.In(read.Headers) is { } seal
                ? read.Digests(seal, position).Leaf
                : SealedEvent.UnreadableLeaf(position);
        }
        catch (FormatException)
        {
            return SealedEvent.UnreadableLeaf(position);
        }
    }
}
