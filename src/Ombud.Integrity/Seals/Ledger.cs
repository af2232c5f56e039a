using System.Runtime.CompilerServices;
using NodaTime;
using Npgsql;
using Ombud.Integrity.Tenancy;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Seals;

/// <summary>
/// A municipality's ledger. A chain of seals shows what was changed inside a stream; the ledger shows what is gone as a whole: a stream,
/// the tail of one, or a stream that was written anew.
/// </summary>
/// <param name="owner">Whose the whole log is: who writes in it, and how far it goes, is a matter of all tenants.</param>
/// <param name="keys">What checkpoints are signed with; null where they are not.</param>
/// <param name="isolated">What a tenant's own work goes through; null where tenants are not isolated.</param>
public sealed class Ledger(NpgsqlDataSource owner, TenantDatabase? isolated = null, SigningKeys? keys = null)
{
    private readonly TenantDatabase _tenants = isolated ?? owner;

    /// <summary>Seals all that was written since the newest entry, as far as no writer is still under way below it.</summary>
    /// <param name="request">What its caller may send again, or null; done before, its entry is answered.</param>
    /// <returns>The new entry; or the newest there is, where nothing was written since; null where there is nothing to seal.</returns>
    public async Task<LedgerEntry?> SealAsync(string tenant, CancellationToken cancel, RepeatableRequest? request = null)
    {
        if (request?.Done is { Version: var sealedBefore })
            return (await EntriesAsync(tenant, cancel)).Single(each => each.Entry == sealedBefore);
        var upTo = await new LogPosition(owner).SettledAsync(cancel);
        await using var connection = await _tenants.OpenAsync(tenant, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LockAsync(connection, tenant, cancel);
        var newest = await EntriesAsync(connection, tenant, cancel) is [.., var last] ? last : null;
        var entry = (newest?.Entry ?? 0) + 1;
        var result =
            await TakeHeadsAsync(connection, tenant, entry, newest?.UpTo ?? 0, upTo, cancel) == 0
                ? newest
                : await AddAsync(connection, tenant, entry, newest, upTo, cancel);
        // An entry is no stream: the request is kept with its number alone.
        if (request is not null && result is not null)
            await RepeatableRequests.AddAsync(connection, tenant, request, new(Guid.Empty, result.Entry), cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    private async Task<LedgerEntry> AddAsync(
        NpgsqlConnection connection,
        string tenant,
        int entry,
        LedgerEntry? newest,
        long upTo,
        CancellationToken cancel
    )
    {
        // An entry of before the trees has none: then the tree begins with the first event.
        var (size, after) = newest is { Size: { } leaves } ? (leaves, newest.UpTo) : (0, 0);
        var tree = await new TreeGrowth(connection, tenant).ExtendAsync(size, after, upTo, cancel);
        var note = keys is null ? null : new Checkpoint(keys.NameOf(tenant), tree.Size, Convert.FromHexString(tree.Root)).SignedNote(keys);
        var (sealedAt, root) = (await NowAsync(connection, cancel), "");
        using (var hash = new LedgerRoot(tenant, entry, sealedAt, upTo, newest?.Root, tree))
        {
            await foreach (var head in HeadsAsync(connection, tenant, entry, cancel))
                hash.Add(head);
            root = hash.Finish();
        }
        await using var insert = new NpgsqlCommand(
            """
            insert into ombud.ledger (tenant_id, entry, sealed_at, after_position, up_to_position, previous, root, size, tree, note)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            connection
        );
        insert.With(
            tenant.Parameter(),
            new NpgsqlParameter<int> { TypedValue = entry },
            sealedAt.Parameter(),
            (newest?.UpTo ?? 0).Parameter(),
            upTo.Parameter(),
            (newest?.Root).Parameter(),
            root.Parameter(),
            tree.Size.Parameter(),
            tree.Root.Parameter(),
            note.Parameter()
        );
        await insert.ExecuteNonQueryAsync(cancel);
        return new(entry, sealedAt, newest?.UpTo ?? 0, upTo, newest?.Root, root, tree.Size, tree.Root, note);
    }

    /// <summary>Every entry, the oldest first.</summary>
    public Task<IReadOnlyList<LedgerEntry>> EntriesAsync(string tenant, CancellationToken cancel) => EntriesAsync(_tenants, tenant, cancel);

    /// <inheritdoc cref="EntriesAsync(string, CancellationToken)"/>
    internal static async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(TenantDatabase database, string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await EntriesAsync(connection, tenant, cancel);
    }

    /// <summary>The heads that an entry seals, in order of the streams' ids as text.</summary>
    internal static async IAsyncEnumerable<SealedHead> HeadsAsync(
        NpgsqlConnection connection,
        string tenant,
        int entry,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        // PostgreSQL orders UUIDs by their bytes, which is the order of their text.
        await using var command = new NpgsqlCommand(
            "select stream_id, version, hash from ombud.ledger_heads where tenant_id = $1 and entry = $2 order by stream_id",
            connection
        );
        command.With(tenant.Parameter(), new NpgsqlParameter<int> { TypedValue = entry });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return new(reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2));
    }

    internal static async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(
        NpgsqlConnection connection,
        string tenant,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select entry, case when sealed_at between $2 and $3 then sealed_at else 'infinity' end, after_position, up_to_position,
                previous, root, size, tree, note
            from ombud.ledger where tenant_id = $1 order by entry
            """,
            connection
        );
        command.With(tenant.Parameter(), KnownTimes.Earliest.Parameter(), KnownTimes.Latest.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var entries = new List<LedgerEntry>();
        while (await reader.ReadAsync(cancel))
            entries.Add(
                new(
                    reader.GetInt32(0),
                    reader.GetFieldValue<Instant>(1),
                    reader.GetInt64(2),
                    reader.GetInt64(3),
                    reader.IsDBNull(4) ? null : reader.GetString(4),
                    reader.GetString(5),
                    reader.IsDBNull(6) ? null : reader.GetInt64(6),
                    reader.IsDBNull(7) ? null : reader.GetString(7),
                    reader.IsDBNull(8) ? null : reader.GetString(8)
                )
            );
        return entries;
    }

    /// <summary>Two who seal at once take turns.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, string tenant, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('ombud ledger ' || $1, 0))", connection);
        command.With(tenant.Parameter());
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<int> TakeHeadsAsync(
        NpgsqlConnection connection,
        string tenant,
        int entry,
        long after,
        long upTo,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            insert into ombud.ledger_heads (tenant_id, entry, stream_id, version, hash)
            select distinct on (stream_id) tenant_id, $2, stream_id, version, coalesce(headers ->> 'hash', '') from ombud.mt_events e
            where tenant_id = $1 and seq_id > $3 and seq_id <= $4 and stream_id is not null and not {Tombstones.Are}
            order by stream_id, version desc
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        command.With(tenant.Parameter(), new NpgsqlParameter<int> { TypedValue = entry }, after.Parameter(), upTo.Parameter());
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<Instant> NowAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        return (Instant)(await command.ExecuteScalarAsync(cancel))!;
    }
}
