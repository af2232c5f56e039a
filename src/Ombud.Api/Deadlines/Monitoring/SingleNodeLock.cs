using Npgsql;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>An advisory lock of the database: of several nodes one at a time does the work, and the others skip it.</summary>
internal sealed class SingleNodeLock(NpgsqlDataSource database)
{
    /// <returns>False where another node holds the lock.</returns>
    public async Task<bool> TryRunAsync(Func<Task> work, CancellationToken cancel)
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
