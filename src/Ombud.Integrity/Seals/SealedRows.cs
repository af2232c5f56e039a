using System.Text.Json;
using NodaTime;
using Npgsql;

namespace Ombud.Integrity.Seals;

/// <summary>Rows of <c>mt_events</c> as what seals and leaves are made of.</summary>
internal static class SealedRows
{
    /// <summary>Of an event <c>e</c>; the times that are ours lie between $2 and $3.</summary>
    public static readonly string Columns = $"""
        e.stream_id, e.version, e.type, case when e.timestamp between $2 and $3 then e.timestamp end, e.user_name, e.correlation_id,
        e.causation_id, case when e.bdata is null and e.is_archived is false then e.data end, e.headers, e.seq_id, {Tombstones.Are}, e.id,
        e.mt_dotnet_type
        """;

    /// <summary>The column after those.</summary>
    public const int Next = 13;

    /// <summary>The parameters of the columns, the tenant first.</summary>
    public static NpgsqlParameter[] Parameters(string tenant) =>
        [tenant.Parameter(), KnownTimes.Earliest.Parameter(), KnownTimes.Latest.Parameter()];

    public static bool IsTombstone(NpgsqlDataReader row) => row.GetBoolean(10);

    public static long Position(NpgsqlDataReader row) => row.GetInt64(9);

    /// <summary>Null where the time or the JSON is of a kind that we do not write.</summary>
    public static SealedEvent? Read(NpgsqlDataReader row, string tenant, string? streamType)
    {
        if (row.IsDBNull(0) || row.IsDBNull(3) || row.IsDBNull(7))
            return null;
        try
        {
            return new(
                tenant,
                row.GetGuid(0),
                row.GetInt64(1),
                row.GetString(2),
                row.GetFieldValue<Instant>(3),
                Text(row, 4),
                Text(row, 5),
                Text(row, 6),
                JsonElement.Parse(row.GetFieldValue<byte[]>(7)),
                row.IsDBNull(8) ? null : JsonElement.Parse(row.GetFieldValue<byte[]>(8)),
                row.GetGuid(11),
                streamType,
                Text(row, 12)
            );
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or ArgumentException)
        {
            // Nested deeper than our own writer goes, or a time that no clock of ours tells.
            return null;
        }
    }

    public static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
