namespace Ombud.Integrity.Tests.Log;

public sealed class ReadingTheLog : StoreTest
{
    private LogReader Reader => field ??= new(Database.Source, Documents);

    [Fact]
    public async Task of_an_empty_store_gives_nothing() => (await Reader.ReadAsync(0, 10, Cancel)).ShouldBeEmpty();

    [Fact]
    public async Task gives_the_events_of_all_tenants_and_streams_in_order_of_position()
    {
        await AppendAsync(Work, "arrived");
        await AppendAsync(Home, "woke up", "had coffee");
        var events = await Reader.EventuallyAsync(0, Cancel);
        events.Whats().ShouldBe(["arrived", "woke up", "had coffee"]);
        events.Select(e => e.Sequence).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task goes_on_where_it_was()
    {
        await AppendAsync(Home, "woke up");
        (await Reader.EventuallyAsync(0, Cancel)).Whats().ShouldBe(["woke up"]);
        (await Reader.ReadAsync(1, 10, Cancel)).ShouldBeEmpty();
        await AppendAsync(Home, "had coffee");
        (await Reader.EventuallyAsync(1, Cancel)).Whats().ShouldBe(["had coffee"]);
    }

    [Fact]
    public async Task stops_at_the_limit()
    {
        await AppendAsync(Home, "one", "two", "three", "four", "five");
        (await Reader.EventuallyAsync(0, Cancel, limit: 2)).Whats().ShouldBe(["one", "two"]);
        (await Reader.EventuallyAsync(2, Cancel, limit: 2)).Whats().ShouldBe(["three", "four"]);
        (await Reader.EventuallyAsync(4, Cancel, limit: int.MaxValue)).Whats().ShouldBe(["five"]);
    }

    [Fact]
    public async Task from_any_position_by_a_new_reader_gives_the_rest()
    {
        for (var count = 1; count <= 12; count++)
        {
            await AppendAsync(Home, $"thing {count}");
            if (count % 3 == 0)
                await DrawInVainAsync();
        }
        var all = await Database.ListAsync<long>("select seq_id from ombud.mt_events order by seq_id");
        for (var after = 0L; after <= all[^1] + 1; after++)
        {
            var reader = new LogReader(Database.Source, Documents);
            (await reader.EventuallyAsync(0, Cancel, limit: 1)).Count.ShouldBe(1);
            (await reader.ReadAsync(after, 100, Cancel)).Select(e => e.Sequence).ShouldBe(all.Where(position => position > after));
        }
    }

    [Fact]
    public async Task passes_a_hole_that_is_wider_than_the_limit()
    {
        await AppendAsync(Home, "woke up");
        (await Reader.EventuallyAsync(0, Cancel)).Count.ShouldBe(1);
        await Database.ExecuteAsync("select setval('ombud.mt_events_sequence', 50000)");
        await AppendAsync(Home, "slept");
        (await Reader.EventuallyAsync(1, Cancel)).Select(e => e.Sequence).ShouldBe([50001]);
    }

    [Fact]
    public async Task catches_up_over_more_than_it_looks_at_at_once()
    {
        await AppendAsync(Home, "began");
        (await Reader.EventuallyAsync(0, Cancel)).Count.ShouldBe(1);
        await AppendAsync(Home, [.. Enumerable.Range(1, 12_000).Select(number => $"thing {number}")]);
        var (after, read) = (1L, 0);
        while (read < 12_000)
        {
            var events = await Reader.EventuallyAsync(after, Cancel, limit: 5_000);
            (after, read) = (events[^1].Sequence, read + events.Count);
        }
        read.ShouldBe(12_000);
    }

    private async Task DrawInVainAsync()
    {
        await using var transaction = await RawTransaction.BeginAsync(Database);
        await transaction.WriteAsync(Work);
    }
}
