namespace Ombud.EventStore.Tests.Appending;

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
}
