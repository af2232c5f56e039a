using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ombud.Projections.Engine;

/// <summary>Writes rows with their intervals through COPY.</summary>
public sealed class RowCopy : IAsyncDisposable
{
    private readonly NpgsqlBinaryImporter _copy;
    private readonly RowShape _shape;

    private RowCopy(NpgsqlBinaryImporter copy, RowShape shape) => (_copy, _shape) = (copy, shape);

    public static async Task<RowCopy> BeginAsync(NpgsqlConnection connection, string table, RowShape shape, CancellationToken cancel) =>
        new(
            await connection.BeginBinaryImportAsync(
                $"""
                copy ombud.{table} (tenant_id, stream_id, row_key, recorded_from, recorded_to, {shape.ColumnNames})
                from stdin (format binary)
                """,
                cancel
            ),
            shape
        );

    public async Task WriteAsync(string tenant, Guid stream, TimedRow row, CancellationToken cancel)
    {
        await _copy.StartRowAsync(cancel);
        await _copy.WriteAsync(tenant, NpgsqlDbType.Text, cancel);
        await _copy.WriteAsync(stream, NpgsqlDbType.Uuid, cancel);
        await _copy.WriteAsync(row.Row.Key, NpgsqlDbType.Text, cancel);
        await _copy.WriteAsync(row.From, NpgsqlDbType.TimestampTz, cancel);
        // The largest Instant stands for infinity.
        await _copy.WriteAsync(row.To ?? Instant.MaxValue, NpgsqlDbType.TimestampTz, cancel);
        foreach (var (column, value) in _shape.Columns.Zip(row.Row.Values))
            if (value is null)
                await _copy.WriteNullAsync(cancel);
            else
                await _copy.WriteAsync(value, column.Type, cancel);
    }

    public async Task CompleteAsync(CancellationToken cancel) => await _copy.CompleteAsync(cancel);

    public ValueTask DisposeAsync() => _copy.DisposeAsync();
}
