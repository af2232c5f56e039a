using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ombud.Integrity;

/// <summary>Positional parameters whose types are known without asking, so that statements stay prepared.</summary>
internal static class Sql
{
    public static NpgsqlParameter Parameter(this string? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Parameter(this Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    public static NpgsqlParameter Parameter(this long value) => new NpgsqlParameter<long> { TypedValue = value };

    public static NpgsqlParameter Parameter(this Instant value) =>
        new NpgsqlParameter<Instant> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter Parameter(this Guid[] values) => new NpgsqlParameter<Guid[]> { TypedValue = values };

    public static NpgsqlParameter Parameter(this long[] values) => new NpgsqlParameter<long[]> { TypedValue = values };

    public static NpgsqlParameter Parameter(this string?[] values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values };

    public static void With(this NpgsqlCommand command, params NpgsqlParameter[] parameters) => command.Parameters.AddRange(parameters);

    public static NpgsqlBatchCommand Statement(string sql, params NpgsqlParameter[] parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(parameters);
        return statement;
    }
}
