namespace Ombud.Integrity.Tests.Appending;

public sealed class OpeningAStreamToWrite : StoreTest
{
    [Fact]
    public async Task shows_its_version_and_its_events()
    {
        await AppendAsync(Home, "woke up", "had coffee");
        await using var session = await OpenAsync(Home);
        session.Version(Home).ShouldBe(2);
        session.Events(Home).Whats().ShouldBe(["woke up", "had coffee"]);
    }

    [Fact]
    public async Task that_is_not_there_shows_nothing()
    {
        await using var session = await OpenAsync(Home);
        session.Version(Home).ShouldBe(0);
        session.Events(Home).ShouldBeEmpty();
    }

    [Fact]
    public async Task catches_up_on_others_from_where_the_caller_is()
    {
        await AppendAsync(Work, "arrived", "met Bo", "left");
        await using var session = await Store.OpenAsync(new(North, [Home], Someone, new Dictionary<Guid, long> { [Work] = 1 }), Cancel);
        session.Events(Work).Whats().ShouldBe(["met Bo", "left"]);
    }

    [Fact]
    public async Task to_catch_up_on_leaves_it_unlocked()
    {
        await AppendAsync(Work, "arrived");
        await using var session = await Store.OpenAsync(new(North, [Home], Someone, new Dictionary<Guid, long> { [Work] = 0 }), Cancel);
        await AppendAsync(Work, "left").WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task named_twice_shows_each_event_once()
    {
        await AppendAsync(Home, "woke up");
        await using var session = await Store.OpenAsync(
            new(North, [Home, Home], Someone, new Dictionary<Guid, long> { [Home] = 0 }),
            Cancel
        );
        session.Events(Home).Whats().ShouldBe(["woke up"]);
    }

    [Fact]
    public async Task that_another_creates_meanwhile_never_shows_events_beyond_its_version()
    {
        await AppendAsync(Home, "woke up");
        await using var other = await OpenAsync(Home, Work);
        // Has looked for both, found Home alone, and waits for its lock.
        var opening = OpenAsync(Home, Work);
        await Database.WaitForALockAsync(Cancel);
        other.Append(Work, TestEvents.Diary, TestEvents.Of("arrived"));
        await other.SaveChangesAsync(Cancel);
        await other.DisposeAsync();
        await using var session = await opening;
        session.Version(Work).ShouldBe(session.Events(Work).Count);
    }
}
