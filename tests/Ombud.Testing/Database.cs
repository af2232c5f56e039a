using Npgsql;

namespace Ombud.Testing;

/// <summary>Creating and dropping databases on the server of the tests.</summary>
internal static class Database
{
    private const string SourceIsInUse = "55006";

    // PostgreSQL refuses to copy a database that is just being copied.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static readonly string ThisProcess = Guid.NewGuid().ToString("N")[..8];

    /// <summary>A name that no other test process uses, since they may share a server.</summary>
    public static string NameFor(string purpose) => $"{purpose}_{ThisProcess}";

    public static async Task<string> ConnectionStringAsync(string name) =>
        new NpgsqlConnectionStringBuilder(await TestPostgres.ConnectionStringAsync()) { Database = name }.ConnectionString;

    public static async Task CreateAsync(string name, string template, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; !await TryCreateAsync(name, template, lastAttempt: attempt == 50, cancellation); attempt++)
                await Task.Delay(50, cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    public static Task DropAsync(string name) => ExecuteAsync($"drop database if exists {name} with (force)", default);

    /// <summary>A server that ends with this process takes its databases along.</summary>
    public static Task DropFromSharedServerAsync(string name) => TestPostgres.IsShared ? DropAsync(name) : Task.CompletedTask;

    // Other test processes on a shared server copy template1 too; and a connection that was just closed ends a little later.
    private static async Task<bool> TryCreateAsync(string name, string template, bool lastAttempt, CancellationToken cancellation)
    {
        try
        {
            await ExecuteAsync($"create database {name} template {template} strategy wal_log", cancellation);
            return true;
        }
        catch (PostgresException busy) when (busy.SqlState == SourceIsInUse && !lastAttempt)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(await TestPostgres.ConnectionStringAsync());
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
