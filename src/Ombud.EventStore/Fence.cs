using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Npgsql;
using Ombud.EventStore.Tenancy;

namespace Ombud.EventStore;

/// <summary>
/// The moment up to which a tenant's history is closed. Writers hold its lock shared from before they read the clock until
/// they commit; raising it takes the lock alone for an instant. So whatever is recorded at or before the fence is committed,
/// and whatever comes after is recorded later.
/// </summary>
internal static class Fence
{
    public static async Task<Instant> RaiseAsync(TenantDatabase database, string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin"),
                Sql.Statement("select pg_advisory_xact_lock($1)", LockKey(tenant).Parameter()),
                // The lock waited for writers whose events may bear a clock a moment ahead of this one.
                Sql.Statement(
                    """
                    insert into ombud.fences as f (tenant_id, at)
                    values ($1, greatest(clock_timestamp(), (select max(timestamp) from ombud.mt_streams where tenant_id = $1)))
                    on conflict (tenant_id) do update set at = greatest(excluded.at, f.at + interval '1 microsecond') returning at
                    """, tenant.Parameter()),
                new("commit"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        // The lock answers a row as well, with nothing in it.
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        return reader.GetDateTime(0).ToInstant();
    }

    /// <summary>Locks taken by advisory number, so the tenant's name is hashed to one.</summary>
    public static long LockKey(string tenant) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("ombud fence " + tenant)));

    public static NpgsqlBatchCommand HoldShared(string tenant) =>
        Sql.Statement("select pg_advisory_xact_lock_shared($1)", LockKey(tenant).Parameter());

    /// <summary>Also assigns the transaction's id, before any position is drawn: the log reader depends on that order.</summary>
    public static NpgsqlBatchCommand ReadClock(string tenant) =>
        Sql.Statement("select clock_timestamp(), (select at from ombud.fences where tenant_id = $1), pg_current_xact_id()::text", tenant.Parameter());

    /// <summary>What <see cref="ReadClock"/> answers, in the reader's present result.</summary>
    public static async Task<StoreClock> ClockAsync(NpgsqlDataReader reader, CancellationToken cancel)
    {
        await reader.ReadAsync(cancel);
        return new(reader.GetDateTime(0).ToInstant(), reader.IsDBNull(1) ? null : reader.GetDateTime(1).ToInstant());
    }
}
