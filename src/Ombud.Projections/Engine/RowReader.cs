using System.Data.Common;
using NodaTime;
using Npgsql;

namespace Ombud.Projections.Engine;

/// <summary>Reads all rows of a municipality that were known at a moment, where they are few enough to be joined in memory.</summary>
public static class RowReader
{
    public static async Task<IReadOnlyList<(Guid Stream, TRow Row)>> AllAsync<TState, TRow>(
        NpgsqlConnection connection,
        ReadModel<TState, TRow> model,
        string tenant,
        Instant? asOf,
        CancellationToken cancel
    )
        where TRow : notnull
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Select(model, tenant, asOf) } };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await ReadAsync(reader, model, cancel);
    }

    public static NpgsqlBatchCommand Select<TState>(ReadModel<TState> model, string tenant, Instant? asOf)
    {
        var known = asOf is null ? "recorded_to = 'infinity'" : "recorded_from <= $2 and recorded_to > $2";
        var select = new NpgsqlBatchCommand(
            $"select stream_id, {model.Shape.ColumnNames} from ombud.{model.Table} where tenant_id = $1 and {known}"
        )
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } },
        };
        if (asOf is { } moment)
            select.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = moment });
        return select;
    }

    /// <summary>The rows of the result that the reader stands at.</summary>
    public static async Task<IReadOnlyList<(Guid Stream, TRow Row)>> ReadAsync<TState, TRow>(
        DbDataReader reader,
        ReadModel<TState, TRow> model,
        CancellationToken cancel
    )
        where TRow : notnull
    {
        var rows = new List<(Guid, TRow)>();
        while (await reader.ReadAsync(cancel))
            rows.Add((reader.GetGuid(0), model.Read(reader, 1)));
        return rows;
    }
}
