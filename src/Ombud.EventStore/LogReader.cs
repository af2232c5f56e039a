using NodaTime;
using Npgsql;

namespace Ombud.EventStore;

/// <summary>
/// Reads the log of the whole store forward and never skips an event. Positions are drawn before they are committed, so a
/// missing one may still come. A writer takes its transaction id before it draws a position; so once every transaction
/// that was under way when a position was first missed has ended, it is either there or never will be.
/// Keep one per process: it remembers how far nothing can be missing. Not for concurrent use.
/// </summary>
public sealed class LogReader(NpgsqlDataSource database, EventTypes types)
{
    private const int Look = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);
    private readonly EventReader _events = new(types);
    private long _settled = -1;
    private (long UpTo, decimal Transaction)? _awaited;

    /// <summary>The next events after a position, in order; none where all are read or the next may still be uncommitted.</summary>
    /// <param name="after">The last position read; 0 for the beginning.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(long after, int limit, CancellationToken cancel)
    {
        if (after + limit > _settled)
            await SettleAsync(cancel);
        await using var command = database.CreateCommand(
            $"select {EventReader.Columns} from ombud.mt_events e where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3");
        command.With(after.Parameter(), _settled.Parameter(), ((long)limit).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await _events.ReadAsync(reader, cancel);
    }

    /// <summary>Waits until nothing can be missing up to the newest position there is now, and answers it.</summary>
    public async Task<long> SettledAsync(CancellationToken cancel)
    {
        var (upTo, transaction) = await MissAsync(cancel);
        while (await OldestRunningAsync(cancel) < transaction)
            await Task.Delay(Patience, cancel);
        return _settled = Math.Max(_settled, upTo);
    }

    /// <summary>Moves the settled position forward as far as is certain.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        if (_awaited is { } awaited && await OldestRunningAsync(cancel) >= awaited.Transaction)
            (_settled, _awaited) = (Math.Max(_settled, awaited.UpTo), null);
        // At first all that is there counts as missed: asking for gaps since the beginning would read the whole log.
        if (_settled >= 0 && await UnbrokenAsync(cancel))
            return;
        if (_awaited is not null)
            return;
        _awaited = await MissAsync(cancel);
        if (await OldestRunningAsync(cancel) >= _awaited.Value.Transaction)
            (_settled, _awaited) = (Math.Max(_settled, _awaited.Value.UpTo), null);
    }

    /// <summary>True when no position is missing between the settled one and the newest; then the newest is settled.</summary>
    private async Task<bool> UnbrokenAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select max(seq_id) filter (where seq_id = expected), count(*) filter (where seq_id > expected)
            from (select seq_id, row_number() over (order by seq_id) + $1 as expected from ombud.mt_events where seq_id > $1 order by seq_id limit $2) e
            """);
        command.With(_settled.Parameter(), ((long)Look).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        if (!reader.IsDBNull(0))
            _settled = reader.GetInt64(0);
        return reader.GetInt64(1) == 0;
    }

    /// <summary>
    /// The newest position, and a transaction id above every transaction that may own a missing one below it. The snapshot's own
    /// upper bound would be too low: it is one above the newest transaction that has ended, and older ones may still run above that.
    /// </summary>
    private async Task<(long UpTo, decimal Transaction)> MissAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0), pg_current_xact_id()::text::numeric from ombud.mt_events");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt64(0), reader.GetDecimal(1));
    }

    private async Task<decimal> OldestRunningAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot())::text::numeric");
        return (decimal)(await command.ExecuteScalarAsync(cancel))!;
    }
}
