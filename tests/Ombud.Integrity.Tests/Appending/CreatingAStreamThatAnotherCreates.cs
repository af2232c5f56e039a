namespace Ombud.Integrity.Tests.Appending;

public sealed class CreatingAStreamThatAnotherCreates : StoreTest
{
    [Fact]
    public async Task is_a_conflict_once_the_other_has_written()
    {
        await using var slow = await OpenAsync(Home);
        await AppendAsync(Home, "the quick one woke up");
        slow.Append(Home, TestEvents.Diary, TestEvents.Of("the slow one woke up"));
        await Should.ThrowAsync<StreamConflictException>(() => slow.SaveChangesAsync(Cancel));
        (await ReadAsync(Home)).Whats().ShouldBe(["the quick one woke up"]);
    }

    [Fact]
    public async Task has_one_winner_among_many()
    {
        var writers = Enumerable.Range(0, 8).Select(writer => Refusal.OfAsync(() => AppendAsync(Home, $"writer {writer}")));
        // Who opens after the winner's commit sees its stream and simply goes on.
        (await Task.WhenAll(writers))
            .Where(refusal => refusal is not null)
            .ShouldAllBe(refusal => refusal is StreamConflictException);
        var events = await ReadAsync(Home);
        events.Versions().ShouldBe(Enumerable.Range(1, events.Count).Select(version => (long)version));
    }

    [Fact]
    public async Task has_exactly_one_winner_when_all_saw_that_there_was_none()
    {
        var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(Home)));
        var refusals = await Task.WhenAll(
            sessions.Select(
                (session, writer) =>
                    Refusal.OfAsync(async () =>
                    {
                        await using (session)
                        {
                            session.Append(Home, TestEvents.Diary, TestEvents.Of($"writer {writer}"));
                            await session.SaveChangesAsync(Cancel);
                        }
                    })
            )
        );
        refusals.Count(refusal => refusal is null).ShouldBe(1);
        refusals.Count(refusal => refusal is StreamConflictException).ShouldBe(7);
        (await CountEventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task works_when_the_other_gives_up()
    {
        await using (var other = await OpenAsync(Home))
            other.Append(Home, TestEvents.Diary, TestEvents.Of("changed my mind"));
        await AppendAsync(Home, "woke up");
        (await ReadAsync(Home)).Whats().ShouldBe(["woke up"]);
    }
}
