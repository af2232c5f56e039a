namespace Ombud.Integrity.Tests.Appending;

public sealed class AppendingWithAStaleVersion : StoreTest
{
    [Fact]
    public async Task is_seen_at_once_because_the_other_holds_the_stream_until_it_commits()
    {
        await AppendAsync(Home, "woke up");
        var first = await OpenAsync(Home);
        var second = OpenAsync(Home);
        await Database.WaitForALockAsync(Cancel);
        first.Append(Home, TestEvents.Diary, TestEvents.Of("had coffee"));
        await first.SaveChangesAsync(Cancel);
        await first.DisposeAsync();
        await using var session = await second;
        session.Version(Home).ShouldBe(2);
        session.Events(Home).Whats().ShouldBe(["woke up", "had coffee"]);
        session.Now.ShouldBeGreaterThan(first.Now);
    }

    [Fact]
    public async Task changes_nothing()
    {
        await AppendAsync(Home, "woke up", "had coffee");
        const long Seen = 1;
        await using (var session = await OpenAsync(Home))
            if (session.Version(Home) == Seen)
            {
                session.Append(Home, TestEvents.Diary, TestEvents.Of("had coffee"));
                await session.SaveChangesAsync(Cancel);
            }
        (await ReadAsync(Home)).Count.ShouldBe(2);
    }
}
