using Npgsql;

namespace Ombud.Integrity;

/// <summary>How far the log of the whole store is complete. A place below it that has no event never will have one.</summary>
public sealed class LogPosition(NpgsqlDataSource owner)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until nothing can be missing up to the newest position there is now, and answers it.</summary>
    public async Task<long> SettledAsync(CancellationToken cancel)
    {
        var (upTo, transaction) = await NewestAsync(cancel);
        while (await OldestRunningAsync(cancel) < transaction)
            await Task.Delay(PollInterval, cancel);
        return upTo;
    }

    /// <summary>
    /// The newest position, and a transaction id above every transaction that may own a missing one below it. The snapshot's own
    /// upper bound would be too low: it is one above the newest transaction that has ended, and older ones may still run above that.
    /// </summary>
    public async Task<(long UpTo, decimal Transaction)> NewestAsync(CancellationToken cancel)
    {
        await using var command = owner.CreateCommand(
            "select coalesce(max(seq_id), 0), pg_current_xact_id()::text::numeric from ombud.mt_events"
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt64(0), reader.GetDecimal(1));
    }

    public async Task<decimal> OldestRunningAsync(CancellationToken cancel)
    {
        await using var command = owner.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot())::text::numeric");
        return (decimal)(await command.ExecuteScalarAsync(cancel))!;
    }
}
