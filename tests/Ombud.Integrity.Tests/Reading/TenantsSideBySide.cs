namespace Ombud.Integrity.Tests.Reading;

public sealed class TenantsSideBySide : StoreTest
{
    [Fact]
    public async Task do_not_see_each_other_even_with_the_same_stream_id()
    {
        await WriteBothAsync();
        (await Store.FetchStreamAsync(North, Home, Cancel)).Whats().ShouldBe(["snow fell"]);
        (await Store.FetchStreamAsync(South, Home, Cancel)).Whats().ShouldBe(["the sun shone", "the sun set"]);
        (await Store.FetchStreamsAsync(North, [Home], Cancel)).Whats().ShouldBe(["snow fell"]);
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        var all = new EventRows(Documents).ReadAsync(connection, TestEvents.Diary.Alias(), StreamRange.All(North), Cancel);
        (await all.ToListAsync(Cancel)).Whats().ShouldBe(["snow fell"]);
    }

    [Fact]
    public async Task do_not_see_each_other_in_a_session()
    {
        await WriteBothAsync();
        await using var session = await Store.OpenAsync(new(North, [Home], Someone, new Dictionary<Guid, long> { [Work] = 0 }), Cancel);
        session.Version(Home).ShouldBe(1);
        session.Events(Home).Whats().ShouldBe(["snow fell"]);
    }

    [Fact]
    public async Task do_not_wait_for_each_other()
    {
        await WriteBothAsync();
        await using var open = await Store.OpenAsync(new(North, [Home], Someone), Cancel);
        await WriteAsync(South, "the moon rose").WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        await History.CloseAsync(South, Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task close_their_histories_separately()
    {
        await History.CloseAsync(South, Cancel);
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldBeNull();
        (await History.ReadClockAsync(South, Cancel)).ClosedUpTo.ShouldNotBeNull();
    }

    private async Task WriteBothAsync()
    {
        await WriteAsync(North, "snow fell");
        await WriteAsync(South, "the sun shone", "the sun set");
    }

    private async Task WriteAsync(string tenant, params string[] whats)
    {
        await using var session = await Store.OpenAsync(new(tenant, [Home], Someone), Cancel);
        session.Append(Home, TestEvents.Diary, TestEvents.Of(whats));
        await session.SaveChangesAsync(Cancel);
    }
}
