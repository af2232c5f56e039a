namespace Ombud.Integrity.Tests.Log;

/// <summary>
/// One after another they draw positions and hold them: mostly for moments, one for seconds. The reader must not pass any.
/// </summary>
internal sealed class SlowWriters(StoreDatabase database, LogFollower log)
{
    /// <summary>Answers the positions that were committed.</summary>
    public async Task<List<long>> WriteAsync(CancellationToken enough)
    {
        var committed = new List<long>();
        for (var turn = 1; !enough.IsCancellationRequested || turn <= 3; turn++)
        {
            await using var transaction = await RawTransaction.BeginAsync(database);
            await Task.Delay(20, CancellationToken.None);
            var held = await transaction.WriteAsync(Guid.CreateVersion7());
            await Task.Delay(turn == 3 ? 3_000 : 40, CancellationToken.None);
            log.Position.ShouldBeLessThan(held);
            if (turn == 3)
                (await database.AskAsync<long>("select max(seq_id) from ombud.mt_events")).ShouldBeGreaterThan(
                    held,
                    "Others go on meanwhile."
                );
            if (turn % 4 == 0)
                continue;
            await transaction.CommitAsync();
            committed.Add(held);
        }
        return committed;
    }
}
