using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity;

/// <param name="Now">By the clock that gives recorded times.</param>
/// <param name="ClosedUpTo">The moment up to which the tenant's history is closed, or null where none is.</param>
public sealed record StoreClock(Instant Now, Instant? ClosedUpTo);

/// <summary>
/// The moment up to which a tenant's history is closed. Writers hold its lock shared from before they read the clock until they commit;
/// closing takes the lock alone for an instant. So whatever is recorded at or before that moment is committed, and whatever comes after
/// is recorded later.
/// </summary>
/// <param name="process">A second source of what time it is: a moment that has not come would stay closed.</param>
public sealed class ClosedHistory(TenantDatabase database, TimeProvider process)
{
    /// <summary>Closes the tenant's history up to now and answers that moment. One round trip.</summary>
    /// <exception cref="ClockAheadException">
    /// That moment would be later than this process's clock tells; nothing was closed.
    /// </exception>
    public async Task<Instant> CloseAsync(string tenant, CancellationToken cancel)
    {
        var here = process.Now();
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
                    with clock as (select clock_timestamp() as now), moment as (
                        select now, greatest(
                            now,
                            (select max(timestamp) from ombud.mt_streams where tenant_id = $1),
                            (select at + interval '1 microsecond' from ombud.fences where tenant_id = $1)) as at
                        from clock
                    ), closed as (
                        insert into ombud.fences (tenant_id, at) select $1, at from moment where at <= $2
                        on conflict (tenant_id) do update set at = excluded.at returning at
                    )
                    select now, at, (select at from closed) from moment
                    """,
                    tenant.Parameter(),
                    (here + DatabaseClock.Tolerance).Parameter()
                ),
                new("commit"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        // The lock answers a row as well, with nothing in it.
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        return reader.IsDBNull(2)
            ? throw ClockAheadException.OnClosing(reader.GetFieldValue<Instant>(1), reader.GetFieldValue<Instant>(0), here)
            : reader.GetFieldValue<Instant>(2);
    }

    /// <summary>
    /// Opens again what is closed after now, once the clock that was ahead is right. Only where nothing was published at such a moment: the
    /// caller knows that.
    /// </summary>
    /// <returns>Up to when history is closed now; null where nothing that is closed lies ahead.</returns>
    /// <exception cref="ClockAheadException">The database's clock is ahead still.</exception>
    public async Task<Instant?> ReopenAsync(string tenant, CancellationToken cancel)
    {
        var here = process.Now();
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Sql.Statement("select pg_advisory_xact_lock($1)", LockKey(tenant).Parameter()),
                Sql.Statement(
                    "update ombud.fences set at = clock_timestamp() where tenant_id = $1 and at > clock_timestamp() returning at",
                    tenant.Parameter()
                ),
            },
        };
        Instant? closed;
        await using (var reader = await batch.ExecuteReaderAsync(cancel))
        {
            await reader.NextResultAsync(cancel);
            closed = await reader.ReadAsync(cancel) ? reader.GetFieldValue<Instant>(0) : null;
        }
        if (closed > here + DatabaseClock.Tolerance)
            throw ClockAheadException.OnClosing(closed.Value, closed.Value, here);
        await transaction.CommitAsync(cancel);
        return closed;
    }

    /// <summary>The database's time, and up to when the tenant's history is closed.</summary>
    public async Task<StoreClock> ReadClockAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { ReadClock(tenant) } };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await ClockAsync(reader, cancel);
    }

    /// <summary>Locks taken by advisory number, so the tenant's name is hashed to one.</summary>
    public static long LockKey(string tenant) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("ombud fence " + tenant)));

    /// <summary>A writer's share of the lock.</summary>
    internal static NpgsqlBatchCommand HoldOpen(string tenant) =>
        Sql.Statement("select pg_advisory_xact_lock_shared($1)", LockKey(tenant).Parameter());

    /// <summary>Also assigns the transaction's id, before any position is drawn: the log reader depends on that order.</summary>
    internal static NpgsqlBatchCommand ReadClock(string tenant) =>
        Sql.Statement(
            "select clock_timestamp(), (select at from ombud.fences where tenant_id = $1), pg_current_xact_id()::text",
            tenant.Parameter()
        );

    /// <summary>What <see cref="ReadClock"/> answers, in the reader's present result.</summary>
    internal static async Task<StoreClock> ClockAsync(DbDataReader reader, CancellationToken cancel)
    {
        await reader.ReadAsync(cancel);
        return new(reader.GetFieldValue<Instant>(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<Instant>(1));
    }
}
