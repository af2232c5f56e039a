using NodaTime;

namespace Ombud.Integrity.Tests.Tables;

/// <summary>Their rows in mt_streams, whose times Marten would take from the server's clock when the transaction began.</summary>
public sealed class HeadsOfStreams : StoreTest
{
    private static readonly Instant Monday = Instant.FromUtc(2023, 5, 1, 8, 0);

    [Fact]
    public async Task have_the_recorded_time_of_their_events()
    {
        var began = await AppendAsync(Home, "woke up", "had coffee");
        (await HeadAsync(Home)).ShouldBe((2, began, began));
    }

    [Fact]
    public async Task move_with_the_newest_event_and_remember_the_first()
    {
        var began = await AppendAsync(Home, "woke up");
        await AppendAsync(Home, "had coffee");
        var wentOn = await AppendAsync(Home, "left", "came back");
        (await HeadAsync(Home)).ShouldBe((4, wentOn, began));
    }

    [Fact]
    public async Task have_their_own_times_where_several_streams_are_written_at_once()
    {
        var began = await AppendAsync(Home, "woke up");
        await AppendAsync(Stream(3), "untouched");
        var untouched = await HeadAsync(Stream(3));
        await using var session = await OpenAsync(Home, Work);
        session.Append(Home, TestEvents.Diary, TestEvents.Of("left"));
        session.Append(Work, TestEvents.Diary, TestEvents.Of("arrived"));
        session.Append(Work, TestEvents.Diary, TestEvents.Of("met Bo"));
        await session.SaveChangesAsync(Cancel);
        (await HeadAsync(Home)).ShouldBe((2, session.Now, began));
        (await HeadAsync(Work)).ShouldBe((2, session.Now, session.Now));
        (await HeadAsync(Stream(3))).ShouldBe(untouched);
    }

    [Fact]
    public async Task go_on_from_the_times_of_an_import()
    {
        await Writer.WriteAsync(Imports.Of(North, Imports.Days(Home, Monday, "woke up", "had coffee")), Cancel);
        (await HeadAsync(Home)).ShouldBe((2, Monday + Duration.FromDays(1), Monday));
        var now = await AppendAsync(Home, "left");
        (await HeadAsync(Home)).ShouldBe((3, now, Monday));
    }

    [Fact]
    public async Task of_the_same_id_with_another_tenant_stay_as_they_are()
    {
        await AppendAsync(Home, "woke up");
        var before = await HeadAsync(Home);
        await using var session = await Store.OpenAsync(new(South, [Home], Someone), Cancel);
        session.Append(Home, TestEvents.Diary, TestEvents.Of("slept in"));
        await session.SaveChangesAsync(Cancel);
        (await HeadAsync(Home)).ShouldBe(before);
    }

    private async Task<(long Version, Instant At, Instant Created)> HeadAsync(Guid stream)
    {
        const string Head = "select {0} from ombud.mt_streams where tenant_id = $1 and id = $2";
        return (
            await Database.AskAsync<long>(string.Format(null, Head, "version"), North, stream),
            Instant.FromDateTimeUtc(await Database.AskAsync<DateTime>(string.Format(null, Head, "timestamp"), North, stream)),
            Instant.FromDateTimeUtc(await Database.AskAsync<DateTime>(string.Format(null, Head, "created"), North, stream))
        );
    }
}
