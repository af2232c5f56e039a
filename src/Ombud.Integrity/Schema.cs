using System.Reflection;
using JasperFx;
using Marten;
using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity;

/// <summary>The event store's tables: Marten's, and beside them those of seals, keys, closed history and tenant isolation.</summary>
public static class Schema
{
    /// <summary>The PostgreSQL schema that holds them.</summary>
    public const string Name = "ombud";

    /// <summary>On <c>mt_events</c>. Marten drops what it does not know from its own tables, unless it is told of it.</summary>
    public const string IndexOfTenants = "mt_events_tenant_position";

    /// <summary>
    /// Raised when a version of the program needs tables that the version before it would misread. 1 had no table to say so; since 2
    /// Marten itself keeps <c>mt_*</c>; 3 has seals that an older program would take for broken.
    /// </summary>
    public const int Version = 3;

    // One node at a time: "create if not exists" still races with itself.
    private const long MigrationLock = 0x6F6D627564;

    /// <summary>Creates what is missing and changes nothing that is there. Safe to run at every start, from several nodes.</summary>
    /// <exception cref="NewerSchemaException">A newer version of the program made the tables. Nothing was touched.</exception>
    /// <exception cref="RoleMissingException">The role of tenants' connections is not there, and the login role may not make
    /// it.</exception>
    public static async Task ApplyAsync(IDocumentStore store, NpgsqlDataSource owner, CancellationToken cancel = default)
    {
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var turn = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({MigrationLock})", cancel);
        await RefuseNewerAsync(connection, cancel);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        using var script = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream("Ombud.Integrity.Schema.sql")!);
        try
        {
            await ExecuteAsync(connection, $"{await script.ReadToEndAsync(cancel)}\n{RowSecurity.Script()}", cancel);
        }
        catch (PostgresException e) when (e.SqlState == RoleMissingException.SqlState)
        {
            throw new RoleMissingException(e.MessageText, e);
        }
        await ExecuteAsync(
            connection,
            $"""
            insert into ombud.schema_version (version)
            select {Version} where not exists (select from ombud.schema_version where version >= {Version})
            """,
            cancel
        );
        await turn.CommitAsync(cancel);
    }

    /// <summary>Runs a script of idempotent statements as one transaction, one node at a time.</summary>
    /// <param name="from">The assembly that the script is embedded in.</param>
    /// <param name="tenants">Which of its tables are of tenants, and what the role of callers may do with each.</param>
    public static async Task ApplyAsync(
        NpgsqlDataSource owner,
        Assembly from,
        string resource,
        CancellationToken cancel = default,
        params (string Table, string Rights)[] tenants
    )
    {
        using var script = new StreamReader(from.GetManifestResourceStream(resource)!);
        string[] statements =
        [
            await script.ReadToEndAsync(cancel),
            .. tenants.Select(each => RowSecurity.ProtectIfMissing(each.Table, each.Rights)),
        ];
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var turn = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({MigrationLock}); {string.Join('\n', statements)}", cancel);
        await turn.CommitAsync(cancel);
    }

    private static async Task RefuseNewerAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var table = new NpgsqlCommand("select to_regclass('ombud.schema_version') is not null", connection);
        if (await table.ExecuteScalarAsync(cancel) is not true)
            return;
        await using var command = new NpgsqlCommand("select coalesce(max(version), 0) from ombud.schema_version", connection);
        if (await command.ExecuteScalarAsync(cancel) is int version && version > Version)
            throw new NewerSchemaException(version);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>The tables are of a newer version of the program, which this one may misread.</summary>
public sealed class NewerSchemaException(int version)
    : Exception(
        $"The database is of schema version {version}, and this program knows versions up to {Schema.Version}. "
            + "Start a newer version of it; nothing was changed."
    );
