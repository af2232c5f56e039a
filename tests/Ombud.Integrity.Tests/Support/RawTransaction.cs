using Npgsql;

namespace Ombud.Integrity.Tests;

/// <summary>
/// A writer that can be held at any point: like the store's own, it takes its transaction id first and its positions later.
/// </summary>
internal sealed class RawTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private RawTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    public static async Task<RawTransaction> BeginAsync(StoreDatabase database)
    {
        var connection = await database.Source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select pg_current_xact_id()::text", connection);
        await command.ExecuteScalarAsync();
        return new(connection, transaction);
    }

    /// <summary>Writes a stream of one event, and answers the position it drew.</summary>
    public async Task<long> WriteAsync(Guid stream)
    {
        await using var command = new NpgsqlCommand(
            """
            with head as (insert into ombud.mt_streams (tenant_id, id, version, type) values ('raw', $1, 1, 'diary'))
            insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('ombud.mt_events_sequence'), $1, $1, 1, '{"what":"held"}', 'something_happened', clock_timestamp(), 'raw')
                returning seq_id
            """,
            _connection
        );
        command.Parameters.Add(new() { Value = stream });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public Task CommitAsync() => _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
