using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Marten.Internal.Operations;
using Marten.Linq.QueryHandlers;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Storage;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Ombud.Integrity;

/// <summary>A statement with typed parameters as one operation of a Marten session's save.</summary>
internal sealed class BatchStatement(NpgsqlBatchCommand statement) : IStorageOperation, NoDataReturnedCall
{
    public Type DocumentType => typeof(BatchStatement);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session) => builder.Append(statement);

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}

/// <summary>A statement as one item of a Marten session's batch query, and how its answer is read.</summary>
internal sealed class BatchQuestion<T>(NpgsqlBatchCommand statement, Func<DbDataReader, CancellationToken, Task<T>> read) : IQueryHandler<T>
{
    public NpgsqlBatchCommand Statement => statement;

    public Task<T> ReadAsync(DbDataReader reader, CancellationToken cancel) => read(reader, cancel);

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session) => builder.Append(statement);

    public Task<T> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token) => read(reader, token);

    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}

internal static partial class BatchStatements
{
    // The statements are the same few; what is between their parameters is found once.
    private static readonly ConcurrentDictionary<string, string[]> Pieces = new();

    public static void Append(this Weasel.Postgresql.ICommandBuilder builder, NpgsqlBatchCommand statement)
    {
        foreach (var (i, piece) in Pieces.GetOrAdd(statement.CommandText, text => Place().Split(text)).Index())
            if (i % 2 == 0)
                builder.Append(piece);
            else
                Append(builder, statement.Parameters[int.Parse(piece, System.Globalization.CultureInfo.InvariantCulture) - 1]);
    }

    private static void Append(Weasel.Postgresql.ICommandBuilder builder, NpgsqlParameter parameter) =>
        builder.AppendParameter(parameter.Value!, parameter.NpgsqlDbType);

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Place();
}
