using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity.Tests.Tenancy;

/// <summary>
/// A store whose work for a tenant is isolated by row-level security, on as many connections as a test wants; the owner's are apart.
/// </summary>
public abstract class IsolatedTest : StoreTest
{
    protected TenantDatabase Isolated(int connections = 1, string? connectionString = null) =>
        TenantDatabase.Isolated(
            new NpgsqlConnectionStringBuilder(connectionString ?? Database.ConnectionString)
            {
                MaxPoolSize = connections,
                MaxAutoPrepare = 50,
                AutoPrepareMinUsages = 2,
            }.ConnectionString
        );

    protected TenantEventStore StoreOf(TenantDatabase isolated) => new(Documents, isolated);

    protected static async Task AppendAsync(TenantEventStore store, string tenant, Guid stream, params string[] whats)
    {
        await using var session = await store.OpenAsync(new(tenant, [stream], Someone), Cancel);
        session.Append(stream, TestEvents.Diary, TestEvents.Of(whats));
        await session.SaveChangesAsync(Cancel);
    }

    protected static async Task<T> AskAsync<T>(TenantDatabase database, string tenant, string sql)
    {
        await using var connection = await database.OpenAsync(tenant, Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    protected static async Task<int> DoAsync(TenantDatabase database, string tenant, string sql)
    {
        await using var connection = await database.OpenAsync(tenant, Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Cancel);
    }
}
