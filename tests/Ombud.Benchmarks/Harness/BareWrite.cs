using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Ombud.Domain.Cases;
using Ombud.Integrity.Json;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Harness;

/// <summary>One transaction's statements by hand: the bytes that Ombud writes, prepared once on a connection, all sent together.</summary>
internal sealed class BareWrite(NpgsqlConnection connection, DocumentStore store, string tenant) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = new(connection);
    private readonly List<NpgsqlParameter<Guid>> _streams = [];
    private readonly List<NpgsqlParameter<Guid>> _ids = [];
    private readonly List<NpgsqlParameter<long>> _versions = [];
    private readonly List<NpgsqlParameter<DateTime>> _moments = [];
    private readonly List<NpgsqlParameter> _numbers = [];

    public BareWrite Sql(string sql, params NpgsqlParameter[] parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(parameters);
        _batch.BatchCommands.Add(statement);
        return this;
    }

    public BareWrite Events(params IReadOnlyList<object> events)
    {
        var parameters = new List<NpgsqlParameter>
        {
            Tenant(),
            Stream(),
            Version(),
            Moment(),
            new NpgsqlParameter<string> { TypedValue = "benchmark" },
        };
        var rows = events
            .Select(
                (e, i) =>
                {
                    var (at, type) = (parameters.Count, store.Events.EventMappingFor(e.GetType()));
                    parameters.AddRange([
                        Kept(_ids, new()),
                        new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = JsonSerializer.Serialize(e, e.GetType(), EventJson.Options) },
                        new NpgsqlParameter<string> { TypedValue = type.EventTypeName },
                        new NpgsqlParameter<string> { TypedValue = type.DotNetTypeName },
                    ]);
                    return $"(nextval('ombud.mt_events_sequence'), ${at + 1}, $2, $3 + {i + 1}, ${at + 2}, ${at + 3}, $4, $1, ${at + 4}, $5)";
                }
            )
            .ToList();
        return Sql(
            "insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name) "
                + $"values {string.Join(", ", rows)}",
            [.. parameters]
        );
    }

    public BareWrite Rows(ReadModel<Case> model, Case state)
    {
        foreach (var row in model.Rows(state))
        {
            var values = model.Shape.Columns.Zip(
                row.Values,
                (column, value) =>
                {
                    var parameter = new NpgsqlParameter { NpgsqlDbType = column.Type, Value = value ?? DBNull.Value };
                    return column.Name == "number" ? Kept(_numbers, parameter) : parameter;
                }
            );
            Sql(
                $"insert into ombud.{model.Table} (tenant_id, stream_id, recorded_from, row_key, {model.Shape.ColumnNames}) values ({string.Join(", ", Enumerable.Range(1, row.Values.Length + 4).Select(place => $"${place}"))})",
                [Tenant(), Stream(), Moment(), new NpgsqlParameter<string> { TypedValue = row.Key }, .. values]
            );
        }
        return this;
    }

    public NpgsqlParameter Tenant() => new NpgsqlParameter<string> { TypedValue = tenant };

    public NpgsqlParameter Stream() => Kept(_streams, new());

    public NpgsqlParameter Version() => Kept(_versions, new());

    public NpgsqlParameter Moment() => Kept(_moments, new());

    public async Task<BareWrite> PreparedAsync()
    {
        Set(default, 0, "");
        await _batch.PrepareAsync();
        return this;
    }

    /// <param name="version">Before the events.</param>
    public async Task RunAsync(Guid stream, long version, string number)
    {
        Set(stream, version, number);
        await _batch.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _batch.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Set(Guid stream, long version, string number)
    {
        var now = DateTime.UtcNow;
        _streams.ForEach(parameter => parameter.TypedValue = stream);
        _ids.ForEach(parameter => parameter.TypedValue = Guid.CreateVersion7());
        _versions.ForEach(parameter => parameter.TypedValue = version);
        _moments.ForEach(parameter => parameter.TypedValue = now);
        _numbers.ForEach(parameter => parameter.Value = number);
    }

    private static T Kept<T>(List<T> kept, T parameter)
    {
        kept.Add(parameter);
        return parameter;
    }
}
