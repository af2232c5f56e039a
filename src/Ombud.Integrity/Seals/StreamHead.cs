using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ombud.Integrity.Seals;

/// <summary>What a stream's row says of it.</summary>
/// <param name="Version">The version that it is at; below 0 where the row says none.</param>
/// <param name="ForTombstones">Whether it is there for tombstones; then no event but those is missing in it.</param>
/// <param name="At">When its last event was recorded; null where that is no time of ours.</param>
/// <param name="Created">When its first event was recorded.</param>
/// <param name="IsArchived">Or compacted: no program of ours does either, and Marten would hide what was.</param>
internal sealed record StreamHead(long Version, bool ForTombstones, string? Type, Instant? At, Instant? Created, bool IsArchived)
{
    /// <summary>Of a stream that has no row.</summary>
    public static StreamHead None { get; } = new(0, false, null, null, null, false);

    public static async Task<Dictionary<Guid, StreamHead>> ReadAsync(
        NpgsqlConnection connection,
        string tenant,
        Guid first,
        Guid? before,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select id, coalesce(version, -1), {Tombstones.Stream} is true, type,
                case when timestamp between $4 and $5 then timestamp end, case when created between $4 and $5 then created end,
                is_archived is distinct from false or coalesce(compacted_version, 0) <> 0
            from ombud.mt_streams t where tenant_id = $1 and id >= $2 and ($3::uuid is null or id < $3)
            """,
            connection
        );
        command.With(
            tenant.Parameter(),
            first.Parameter(),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)before ?? DBNull.Value },
            KnownTimes.Earliest.Parameter(),
            KnownTimes.Latest.Parameter()
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var heads = new Dictionary<Guid, StreamHead>();
        while (await reader.ReadAsync(cancel))
            heads.Add(
                reader.GetGuid(0),
                new(
                    reader.GetInt64(1),
                    reader.GetBoolean(2),
                    reader.IsDBNull(3) ? null : reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetFieldValue<Instant>(4),
                    reader.IsDBNull(5) ? null : reader.GetFieldValue<Instant>(5),
                    reader.GetBoolean(6)
                )
            );
        return heads;
    }
}

/// <summary>PostgreSQL's times go further, to infinity even; ours do not.</summary>
internal static class KnownTimes
{
    public static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    public static readonly Instant Latest = Instant.FromUtc(9999, 12, 31, 23, 59, 59);
}
