using Npgsql;
using NpgsqlTypes;

namespace Ombud.Integrity.Trees;

/// <summary>A tenant's tiles in the database.</summary>
internal sealed class StoredTiles(NpgsqlConnection connection, string tenant)
{
    public async Task<byte[]?> LoadAsync(int level, long tile, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select hashes from ombud.ledger_tiles where tenant_id = $1 and level = $2 and tile = $3",
            connection
        );
        command.With(tenant.Parameter(), new NpgsqlParameter<int> { TypedValue = level }, tile.Parameter());
        return (byte[]?)await command.ExecuteScalarAsync(cancel);
    }

    public async Task SaveAsync(IReadOnlyList<(int Level, long Tile, byte[] Hashes)> tiles, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into ombud.ledger_tiles (tenant_id, level, tile, hashes) select $1, u.* from unnest($2, $3, $4) as u
            on conflict (tenant_id, level, tile) do update set hashes = excluded.hashes
            """,
            connection
        );
        command.With(
            tenant.Parameter(),
            new NpgsqlParameter<int[]> { TypedValue = [.. tiles.Select(each => each.Level)] },
            tiles.Select(each => each.Tile).ToArray().Parameter(),
            new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                Value = tiles.Select(each => each.Hashes).ToArray(),
            }
        );
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<(int Level, long Tile), byte[]>> ReadAllAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select level, tile, hashes from ombud.ledger_tiles where tenant_id = $1", connection);
        command.With(tenant.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var tiles = new Dictionary<(int Level, long Tile), byte[]>();
        while (await reader.ReadAsync(cancel))
            tiles.Add((reader.GetInt32(0), reader.GetInt64(1)), reader.GetFieldValue<byte[]>(2));
        return tiles;
    }
}
