using JasperFx.Events;
using Marten;
using NodaTime;
using Npgsql;

namespace Ombud.Integrity;

/// <summary>
/// Reads the log of the whole store forward and never skips an event. Positions are drawn before they are committed, so a missing one may
/// still come. Whoever draws one holds a lock on the sequence until its transaction ends; so once every transaction that held that lock
/// when a position was first missed has ended, it is either there or never will be. Other transactions, however long they stay open, hold
/// nothing up.
/// Keep one per process: it remembers how far nothing can be missing. Not for concurrent use.
/// </summary>
public sealed class LogReader(NpgsqlDataSource owner, IDocumentStore store)
{
    private const int LookAhead = 10_000;
    private readonly EventRows _events = new(store);
    private long _settled = -1;
    private (long UpTo, HashSet<string> Writers)? _awaited;

    /// <summary>True while a transaction is under way that may bring an event before others that are there.</summary>
    public bool IsWaiting => _awaited is not null;

    /// <summary>The next events after a position, in order; none where all are read or the next may still be uncommitted.</summary>
    /// <param name="after">The last position read; 0 for the beginning.</param>
    public async Task<IReadOnlyList<IEvent>> ReadAsync(long after, int limit, CancellationToken cancel)
    {
        if (after + limit > _settled)
            await SettleAsync(cancel);
        return await _events.ReadLogAsync(owner, after, _settled, limit, cancel);
    }

    /// <summary>The position up to which nothing can be missing any more, as of now; 0 where it is not known yet.</summary>
    public async Task<long> SettledAsync(CancellationToken cancel)
    {
        await SettleAsync(cancel);
        return Math.Max(0, _settled);
    }

    /// <summary>The newest committed position, which later ones may still come before.</summary>
    public async Task<long> NewestAsync(CancellationToken cancel)
    {
        await using var command = owner.CreateCommand("select coalesce(max(seq_id), 0) from ombud.mt_events");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The tenants that have events after a position, up to and with another, and the newest position of each.</summary>
    /// <returns>Also when the newest of them that was not imported was recorded; null where all were.</returns>
    public async Task<IReadOnlyDictionary<string, (long Position, Instant? RecordedAt)>> NewestByTenantAsync(
        long after,
        long upTo,
        CancellationToken cancel
    )
    {
        await using var command = owner.CreateCommand(
            """
            select tenant_id, max(seq_id), max(timestamp) filter (where not coalesce(headers ? 'import', false))
            from ombud.mt_events where seq_id > $1 and seq_id <= $2 group by tenant_id
            """
        );
        command.With(after.Parameter(), upTo.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var newest = new Dictionary<string, (long, Instant?)>();
        while (await reader.ReadAsync(cancel))
            newest.Add(reader.GetString(0), (reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<Instant>(2)));
        return newest;
    }

    /// <summary>Moves the settled position forward as far as is certain.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        if (_awaited is { } awaited && !awaited.Writers.Overlaps((await WritersAsync(cancel)).Writers))
            (_settled, _awaited) = (Math.Max(_settled, awaited.UpTo), null);
        // At first all that is there counts as missed: asking for gaps since the beginning would read the whole log.
        if (_settled >= 0 && (_awaited is null || await IsThereAsync(_settled + 1, cancel)) && await UnbrokenAsync(cancel))
            return;
        if (_awaited is not null)
            return;
        _awaited = await WritersAsync(cancel);
        if (_awaited.Value.Writers.Count == 0)
            (_settled, _awaited) = (Math.Max(_settled, _awaited.Value.UpTo), null);
    }

    /// <summary>
    /// The newest position, and the transactions that may own a missing one below it. A statement takes its snapshot before it looks at
    /// locks: who has drawn a lower position than one in the snapshot either holds its lock now, or has ended and is seen by all that is
    /// read from now on.
    /// </summary>
    private async Task<(long UpTo, HashSet<string> Writers)> WritersAsync(CancellationToken cancel)
    {
        await using var command = owner.CreateCommand(
            """
            select coalesce((select max(seq_id) from ombud.mt_events), 0), array(
                select virtualtransaction from pg_locks
                where locktype = 'relation' and relation = 'ombud.mt_events_sequence'::regclass and mode = 'RowExclusiveLock'
                    and database = (select oid from pg_database where datname = current_database())
            )
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt64(0), [.. reader.GetFieldValue<string[]>(1)]);
    }

    /// <summary>Whether a position that was missing has come.</summary>
    private async Task<bool> IsThereAsync(long position, CancellationToken cancel)
    {
        await using var command = owner.CreateCommand("select exists (select from ombud.mt_events where seq_id = $1)");
        command.With(position.Parameter());
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>True when no position is missing between the settled one and the newest; then the newest is settled.</summary>
    private async Task<bool> UnbrokenAsync(CancellationToken cancel)
    {
        await using var command = owner.CreateCommand(
            """
            select max(seq_id) filter (where seq_id = expected), count(*) filter (where seq_id > expected)
            from (
                select seq_id, row_number() over (order by seq_id) + $1 as expected from ombud.mt_events
                where seq_id > $1 order by seq_id limit $2
            ) e
            """
        );
        command.With(_settled.Parameter(), ((long)LookAhead).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        if (!reader.IsDBNull(0))
            _settled = reader.GetInt64(0);
        return reader.GetInt64(1) == 0;
    }
}
