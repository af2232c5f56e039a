namespace Ombud.Integrity.Tests.Log;

/// <summary>
/// Two writers are under way. The later one draws the lower position; the earlier one draws the higher, and commits. A snapshot
/// now has as its upper bound one above the newest transaction that has ended, which is the later writer's own id: by that bound
/// nothing runs any more that could own the missing position. So the reader takes a transaction id of its own, which is above
/// every id that was given out.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AnOlderTransactionThatEndsFirst : StoreTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task does_not_make_the_reader_skip_the_younger_one(bool readerIsNew)
    {
        var reader = new LogReader(Database.Source, Documents);
        await AppendAsync(Home, "woke up");
        if (!readerIsNew)
            (await reader.EventuallyAsync(0, Cancel)).Count.ShouldBe(1);
        await using var younger = await ConstructAsync();
        (await reader.ReadAsync(1, 10, Cancel)).ShouldBeEmpty();
        (await reader.ReadAsync(1, 10, Cancel)).ShouldBeEmpty();
        await younger.CommitAsync();
        (await reader.EventuallyAsync(1, Cancel)).Select(e => e.Sequence).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task would_make_a_reader_that_trusts_the_snapshots_bound_skip_the_younger_one()
    {
        // The server's own work may take a transaction id in between; then it is constructed anew.
        for (var attempt = 1; attempt <= 20; attempt++)
        {
            await using var younger = await ConstructAsync(attempt);
            if (await NothingRunsBySnapshotAsync())
                return;
        }
        Assert.Fail("The interleaving never came about.");
    }

    private Task<bool> NothingRunsBySnapshotAsync() =>
        Database.AskAsync<bool>(
            """
            select not exists (select from ombud.mt_events where seq_id % 2 = 1)
                and exists (select from ombud.mt_events where seq_id % 2 = 0)
                and pg_snapshot_xmin(s) >= pg_snapshot_xmax(s) from pg_current_snapshot() s
            """
        );

    /// <summary>Answers the younger transaction, which still holds the lower position.</summary>
    private async Task<RawTransaction> ConstructAsync(int attempt = 1)
    {
        await using var older = await RawTransaction.BeginAsync(Database);
        var younger = await RawTransaction.BeginAsync(Database);
        var low = await younger.WriteAsync(Stream(attempt * 2));
        (await older.WriteAsync(Stream((attempt * 2) + 1))).ShouldBe(low + 1);
        await older.CommitAsync();
        return younger;
    }
}
