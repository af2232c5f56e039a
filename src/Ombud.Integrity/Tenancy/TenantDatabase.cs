using System.Collections.Concurrent;
using Npgsql;

namespace Ombud.Integrity.Tenancy;

/// <summary>
/// The database as one tenant at a time may see it. Whoever has only this cannot forget to say for whom it asks; whoever has an
/// <see cref="NpgsqlDataSource"/> is the owner of everything, and sees all tenants.
/// </summary>
public sealed class TenantDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    /// <summary>Whose rows each backend shows, by its process id; null where tenants are not isolated.</summary>
    private readonly ConcurrentDictionary<int, string>? _tenants;

    private TenantDatabase(NpgsqlDataSource source, ConcurrentDictionary<int, string>? tenants) => (_source, _tenants) = (source, tenants);

    /// <summary>
    /// Isolated by row-level security: every connection acts as <see cref="RowSecurity.Role"/>, which the login role must be allowed to.
    /// </summary>
    public static TenantDatabase Isolated(string connectionString)
    {
        var tenants = new ConcurrentDictionary<int, string>();
        // To reset a connection between two uses would make it the login role's again.
        var builder = PostgresDataSource.Builder(
            new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true }.ConnectionString
        );
        builder.UsePhysicalConnectionInitializer(
            connection => throw new NotSupportedException("Connections are opened asynchronously."),
            async connection =>
            {
                // A new backend may have the number of one that has ended.
                tenants.TryRemove(connection.ProcessID, out _);
                await using var command = new NpgsqlCommand($"set role {RowSecurity.Role}", connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        return new(builder.Build(), tenants);
    }

    /// <summary>
    /// The owner's own connections, to which row-level security does not apply: only each query's own condition isolates the tenant.
    /// </summary>
    public static TenantDatabase FromNpgsqlDataSource(NpgsqlDataSource owner) => new(owner, null);

    /// <inheritdoc cref="FromNpgsqlDataSource"/>
    public static implicit operator TenantDatabase(NpgsqlDataSource owner) => FromNpgsqlDataSource(owner);

    /// <summary>
    /// A connection from the pool that shows this tenant's rows. One round trip where it showed another's before, else none.
    /// </summary>
    public async Task<NpgsqlConnection> OpenAsync(string tenant, CancellationToken cancel)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        try
        {
            if (_tenants is not null && !(_tenants.TryGetValue(connection.ProcessID, out var shown) && shown == tenant))
                await ShowAsync(connection, tenant, _tenants, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _tenants is null ? ValueTask.CompletedTask : _source.DisposeAsync();

    /// <summary>Outside of any transaction: one that is rolled back would take the setting with it.</summary>
    private static async Task ShowAsync(
        NpgsqlConnection connection,
        string tenant,
        ConcurrentDictionary<int, string> tenants,
        CancellationToken cancel
    )
    {
        // First, because whoever is interrupted does not know what the backend has heard.
        tenants.TryRemove(connection.ProcessID, out _);
        await using var command = new NpgsqlCommand($"select set_config('{RowSecurity.Setting}', $1, false)", connection);
        command.With(tenant.Parameter());
        await command.ExecuteNonQueryAsync(cancel);
        tenants[connection.ProcessID] = tenant;
    }
}
