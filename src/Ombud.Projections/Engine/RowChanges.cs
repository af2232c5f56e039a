using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ombud.Projections.Engine;

/// <summary>What an append changes in a read model: which rows end, and which begin.</summary>
public sealed record RowChanges(IReadOnlyList<string> Ended, IReadOnlyList<Row> Begun)
{
    public static RowChanges Between(IReadOnlyList<Row> before, IReadOnlyList<Row> after)
    {
        var old = before.ToDictionary(row => row.Key);
        var stays = after
            .Where(row => old.TryGetValue(row.Key, out var same) && same.SaysTheSameAs(row))
            .Select(row => row.Key)
            .ToHashSet();
        return new(
            [.. before.Where(row => !stays.Contains(row.Key)).Select(row => row.Key)],
            [.. after.Where(row => !stays.Contains(row.Key))]
        );
    }

    /// <summary>The statements that bring the table up to date, for the transaction that appends the events.</summary>
    public IEnumerable<NpgsqlBatchCommand> Statements(string table, RowShape shape, string tenant, Guid stream, Instant now)
    {
        foreach (var key in Ended)
            yield return End(table, tenant, stream, key, now);
        foreach (var row in Begun)
            yield return Begin(table, shape, tenant, stream, row, now);
    }

    // One key a statement: for an array of them PostgreSQL would plan anew every time.
    public static NpgsqlBatchCommand End(string table, string tenant, Guid stream, string key, Instant at) =>
        new(
            $"""
            update ombud.{table} set recorded_to = $1
            where tenant_id = $2 and stream_id = $3 and row_key = $4 and recorded_to = 'infinity'
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter<Instant> { TypedValue = at, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new NpgsqlParameter<string> { TypedValue = tenant },
                new NpgsqlParameter<Guid> { TypedValue = stream },
                new NpgsqlParameter<string> { TypedValue = key },
            },
        };

    private static NpgsqlBatchCommand Begin(string table, RowShape shape, string tenant, Guid stream, Row row, Instant now)
    {
        var places = string.Join(", ", Enumerable.Range(1, shape.Columns.Count + 4).Select(place => $"${place}"));
        var statement = new NpgsqlBatchCommand(
            $"insert into ombud.{table} (tenant_id, stream_id, row_key, recorded_from, {shape.ColumnNames}) values ({places})"
        )
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant },
                new NpgsqlParameter<Guid> { TypedValue = stream },
                new NpgsqlParameter<string> { TypedValue = row.Key },
                new NpgsqlParameter<Instant> { TypedValue = now, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };
        foreach (var (column, value) in shape.Columns.Zip(row.Values))
            statement.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = column.Type, Value = value ?? DBNull.Value });
        return statement;
    }
}
