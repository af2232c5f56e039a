using Npgsql;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>Lets one node of several do a thing; the others leave it.</summary>
internal sealed class NodeTurn(NpgsqlDataSource database)
{
    /// <returns>False where another node is at it.</returns>
    public async Task<bool> TakeAsync(Func<Task> work, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // The lock goes with the transaction: a session's would stay with the pooled connection.
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand(
            "select pg_try_advisory_xact_lock(hashtextextended('ombud deadline watch', 0))",
            connection
        );
        if (await command.ExecuteScalarAsync(cancel) is not true)
            return false;
        await work();
        await transaction.CommitAsync(cancel);
        return true;
    }
}
