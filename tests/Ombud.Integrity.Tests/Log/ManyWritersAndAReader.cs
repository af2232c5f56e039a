namespace Ombud.Integrity.Tests.Log;

/// <summary>
/// Thirty-two writers put 10,000 commands to eight streams at a time: some give up, some fail after drawing positions, some are slow; one
/// reads along.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ManyWritersAndAReader : StoreTest
{
    private const int Writers = 32;
    private const int Commands = 10_000;

    private static Guid[] Streams => [.. Enumerable.Range(1, 80).Select(Stream)];

    [Fact]
    public async Task lose_nothing_double_nothing_and_skip_nothing()
    {
        var log = new LogFollower(Database);
        var following = log.FollowAsync(Cancel);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var slow = new SlowWriters(Database, log).WriteAsync(enough.Token);
        var crowd = new ConcurrentWriters(Store, Streams, atATime: 8, commandsOnThem: 1_000);
        await crowd.WriteAsync(Writers, Commands, Cancel);
        await enough.CancelAsync();
        var held = await slow;
        var positions = await Database.ListAsync<long>("select seq_id from ombud.mt_events order by seq_id");
        log.StopAt(positions[^1]);
        await following.WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        log.Seen.ShouldBe(positions);
        held.ShouldNotBeEmpty();
        held.ShouldBeSubsetOf(log.Seen);
        positions[^1].ShouldBeGreaterThan(positions.Count, "Some positions were drawn in vain.");
        await EachVersionHasItsOneWinnerAsync(crowd);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{crowd.Won.Count} commands won, {crowd.Stale} were stale, {crowd.GivenUp} given up, {crowd.Failed} failed, {log.Polls} polls."
        );
    }

    private async Task EachVersionHasItsOneWinnerAsync(ConcurrentWriters crowd)
    {
        foreach (var stream in Streams)
        {
            var events = await ReadAsync(stream);
            events.Versions().ShouldBe(Enumerable.Range(1, events.Count).Select(version => (long)version));
            events
                .Zip(events.Skip(1))
                .ShouldAllBe(pair => pair.First.RecordedAt() <= pair.Second.RecordedAt() && pair.First.Sequence < pair.Second.Sequence);
            var won = crowd.Won.Where(win => win.Stream == stream).OrderBy(win => win.After).ToList();
            won.SelectMany(win => win.Whats).ShouldBe(events.Whats());
            won.Select(win => win.At).Distinct().Count().ShouldBe(won.Count, "Each append has a moment of its own.");
        }
    }
}
