using JasperFx.Events;
using Marten;
using Npgsql;

namespace Ombud.Integrity;

/// <summary>
/// Reads the log of the whole store forward and never skips an event. Positions are drawn before they are committed, so a
/// missing one may still come. A writer takes its transaction id before it draws a position; so once every transaction
/// that was under way when a position was first missed has ended, it is either there or never will be.
/// Keep one per process: it remembers how far nothing can be missing. Not for concurrent use.
/// </summary>
public sealed class LogReader(NpgsqlDataSource owner, IDocumentStore store)
{
    private const int LookAhead = 10_000;
    private readonly EventRows _events = new(store);
    private readonly LogPosition _position = new(owner);
    private long _settled = -1;
    private (long UpTo, decimal Transaction)? _awaited;

    /// <summary>The next events after a position, in order; none where all are read or the next may still be uncommitted.</summary>
    /// <param name="after">The last position read; 0 for the beginning.</param>
    public async Task<IReadOnlyList<IEvent>> ReadAsync(long after, int limit, CancellationToken cancel)
    {
        if (after + limit > _settled)
            await SettleAsync(cancel);
        return await _events.ReadLogAsync(owner, after, _settled, limit, cancel);
    }

    /// <summary>Moves the settled position forward as far as is certain.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        if (_awaited is { } awaited && await _position.OldestRunningAsync(cancel) >= awaited.Transaction)
            (_settled, _awaited) = (Math.Max(_settled, awaited.UpTo), null);
        // At first all that is there counts as missed: asking for gaps since the beginning would read the whole log.
        if (_settled >= 0 && await UnbrokenAsync(cancel))
            return;
        if (_awaited is not null)
            return;
        _awaited = await _position.NewestAsync(cancel);
        if (await _position.OldestRunningAsync(cancel) >= _awaited.Value.Transaction)
            (_settled, _awaited) = (Math.Max(_settled, _awaited.Value.UpTo), null);
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
