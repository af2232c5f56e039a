using Npgsql;
using Ombud.EventStore.Tenancy;

namespace Ombud.EventStore;

/// <summary>The event store's tables.</summary>
public static class Schema
{
    /// <summary>The PostgreSQL schema that holds them.</summary>
    public const string Name = "ombud";

    // One node at a time: "create if not exists" still races with itself.
    private const long MigrationLock = 0x6F6D627564;

    /// <summary>Creates what is missing and changes nothing that is there. Safe to run at every start, from several nodes.</summary>
    /// <exception cref="RoleMissingException">The role behind the wall is not there, and the login role may not make it.</exception>
    public static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancel = default)
    {
        using var script = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream("Ombud.EventStore.Schema.sql")!);
        try
        {
            await ApplyAsync(database, $"{await script.ReadToEndAsync(cancel)}\n{RowSecurity.Script()}", cancel);
        }
        catch (PostgresException e) when (e.SqlState == RoleMissingException.SqlState)
        {
            throw new RoleMissingException(e.MessageText, e);
        }
    }

    /// <summary>Runs a script of idempotent statements as one transaction, one node at a time.</summary>
    public static async Task ApplyAsync(NpgsqlDataSource database, string script, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand($"select pg_advisory_xact_lock({MigrationLock}); {script}", connection, transaction);
        await command.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
