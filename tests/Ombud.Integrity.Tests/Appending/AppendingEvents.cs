namespace Ombud.Integrity.Tests.Appending;

public sealed class AppendingEvents : StoreTest
{
    [Fact]
    public async Task gives_versions_from_one_without_gaps()
    {
        await AppendAsync(Home, "woke up");
        await AppendAsync(Home, "had coffee", "read the paper");
        await AppendAsync(Home, "left");
        (await ReadAsync(Home)).Versions().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task keeps_the_order_of_the_events()
    {
        var whats = Enumerable.Range(1, 200).Select(number => $"thing {number}").ToArray();
        await AppendAsync(Home, whats);
        var events = await ReadAsync(Home);
        events.Whats().ShouldBe(whats);
        events.Select(e => e.Sequence).ShouldBeInOrder();
    }

    [Fact]
    public async Task twice_in_one_session_goes_on_where_the_first_ended()
    {
        await using (var session = await OpenAsync(Home))
        {
            session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up"));
            session.Append(Home, TestEvents.Diary, TestEvents.Of("had coffee"));
            session.Version(Home).ShouldBe(2);
            await session.SaveChangesAsync(Cancel);
        }
        (await ReadAsync(Home)).Select(e => e.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task of_nothing_makes_no_stream()
    {
        await AppendAsync(Home);
        (await CountStreamsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task that_was_not_opened_is_refused()
    {
        await using var session = await OpenAsync(Home);
        Should.Throw<InvalidOperationException>(() => session.Append(Work, TestEvents.Diary, TestEvents.Of("arrived")));
    }

    [Fact]
    public async Task of_an_event_without_a_stored_name_leaves_the_session_as_it_was()
    {
        await using (var session = await OpenAsync(Home))
        {
            Should.Throw<InvalidOperationException>(() =>
                session.Append(Home, TestEvents.Diary, [new SomethingHappened("woke up"), "no event at all"])
            );
            session.Version(Home).ShouldBe(0);
            await session.SaveChangesAsync(Cancel);
        }
        (await CountStreamsAsync()).ShouldBe(0);
    }
}
