using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity;

/// <summary>The requests that were done under a key, kept for <see cref="Kept"/>.</summary>
public sealed class RepeatableRequests(TenantDatabase database)
{
    internal const string UniqueKey = "pk_repeatable_requests";

    public static Duration Kept { get; } = Duration.FromDays(7);

    /// <summary>The request that was done under a key; null where none was.</summary>
    public async Task<RepeatableRequest?> FindAsync(string tenant, string key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var command = new NpgsqlCommand(
            "select request, stream_id, version, answer from ombud.repeatable_requests where tenant_id = $1 and key = $2",
            connection
        );
        command.With(tenant.Parameter(), key.Parameter());
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        var answer = row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3);
        return new(key, row.GetString(0), new(row.GetGuid(1), row.GetInt64(2), answer));
    }

    /// <summary>Forgets what is older than it is kept, of all tenants.</summary>
    /// <returns>How many were forgotten.</returns>
    public static async Task<int> SweepAsync(NpgsqlDataSource owner, CancellationToken cancel)
    {
        await using var command = owner.CreateCommand("delete from ombud.repeatable_requests where done_at < clock_timestamp() - $1");
        command.With(new NpgsqlParameter<TimeSpan> { TypedValue = Kept.ToTimeSpan() });
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Keeps what came of a request, in the transaction that a connection is in.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection,
        string tenant,
        RepeatableRequest request,
        DoneBefore done,
        CancellationToken cancel
    )
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Add(tenant, request, done) } };
        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e.ConstraintName == UniqueKey)
        {
            throw new RequestUnderWayException();
        }
    }

    /// <summary>Whoever has this lock is the one that does the request; it ends with the transaction.</summary>
    internal static NpgsqlBatchCommand TryLock(string tenant, RepeatableRequest request) =>
        Sql.Statement(
            "select pg_try_advisory_xact_lock(hashtextextended($1 || ' request ' || $2, 0))",
            tenant.Parameter(),
            request.Key.Parameter()
        );

    internal static NpgsqlBatchCommand Add(string tenant, RepeatableRequest request, DoneBefore done) =>
        Sql.Statement(
            "insert into ombud.repeatable_requests (tenant_id, key, request, stream_id, version, answer) values ($1, $2, $3, $4, $5, $6)",
            tenant.Parameter(),
            request.Key.Parameter(),
            request.Request.Parameter(),
            done.Stream.Parameter(),
            done.Version.Parameter(),
            new NpgsqlParameter { Value = (object?)done.Answer ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea }
        );
}
