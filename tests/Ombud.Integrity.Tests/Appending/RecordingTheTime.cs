using NodaTime;

namespace Ombud.Integrity.Tests.Appending;

public sealed class RecordingTheTime : StoreTest
{
    /// <summary>As far as two clocks that both tell the time may be apart.</summary>
    private readonly Instant Ahead = SystemClock.Instance.GetCurrentInstant().ToMicroseconds() + Duration.FromSeconds(50);

    private static readonly Instant Future = Instant.FromUtc(2999, 12, 31, 23, 0);

    [Fact]
    public async Task gives_all_events_of_an_append_one_moment()
    {
        var now = await AppendAsync(Home, "woke up", "had coffee", "left");
        (await ReadAsync(Home)).Select(e => e.RecordedAt()).Distinct().ShouldBe([now]);
    }

    [Fact]
    public async Task goes_by_the_clock_of_the_database()
    {
        var before = (await History.ReadClockAsync(North, Cancel)).Now;
        var now = await AppendAsync(Home, "woke up");
        now.ShouldBeInRange(before, (await History.ReadClockAsync(North, Cancel)).Now);
    }

    [Fact]
    public async Task rises_by_the_least_step_while_the_clock_is_behind_the_stream()
    {
        await AppendAsync(Home, "woke up");
        await Database.ExecuteAsync("update ombud.mt_streams set timestamp = $1", Ahead.ToDateTimeUtc());
        (await AppendAsync(Home, "had coffee")).ShouldBe(Ahead + Microseconds.One);
        (await AppendAsync(Home, "left")).ShouldBe(Ahead + (Microseconds.One * 2));
    }

    [Fact]
    public async Task is_later_than_every_stream_of_the_session()
    {
        await AppendAsync(Home, "woke up");
        await AppendAsync(Work, "arrived");
        await Database.ExecuteAsync("update ombud.mt_streams set timestamp = $1 where id = $2", Ahead.ToDateTimeUtc(), Home);
        await using var session = await OpenAsync(Home, Work);
        session.Now.ShouldBe(Ahead + Microseconds.One);
    }

    [Fact]
    public async Task is_later_than_every_event_that_the_session_saw()
    {
        await AppendAsync(Home, "woke up");
        await AppendAsync(Work, "arrived");
        await Database.ExecuteAsync("update ombud.mt_events set timestamp = $1 where stream_id = $2", Ahead.ToDateTimeUtc(), Work);
        await using (var writer = await OpenAsync(Work))
            writer.Now.ShouldBe(Ahead + Microseconds.One);
        await using var reader = await Store.OpenAsync(new(North, [Home], Someone, new Dictionary<Guid, long> { [Work] = 0 }), Cancel);
        reader.Now.ShouldBe(Ahead + Microseconds.One);
    }

    [Fact]
    public async Task is_later_than_a_closed_history_that_the_clock_has_not_reached()
    {
        await Database.ExecuteAsync("insert into ombud.fences values ($1, $2)", North, Ahead.ToDateTimeUtc());
        (await AppendAsync(Home, "woke up")).ShouldBe(Ahead + Microseconds.One);
        (await AppendAsync(Home, "left")).ShouldBe(Ahead + (Microseconds.One * 2));
    }

    [Fact]
    public async Task is_refused_where_history_is_closed_at_a_moment_that_has_not_come()
    {
        await Database.ExecuteAsync("insert into ombud.fences values ($1, $2)", North, Future.ToDateTimeUtc());
        (await AppendAsync(Home, "woke up").ShouldThrowAsync<ClockAheadException>()).Message.ShouldContain(
            "history is closed up to 2999-12-31T23:00:00Z"
        );
        (await CountEventsAsync()).ShouldBe(0);
        await using (var elsewhere = await Store.OpenAsync(new(South, [Home], Someone), Cancel))
            elsewhere.Now.ShouldBeLessThan(Future);
    }

    [Theory]
    [InlineData("update ombud.mt_streams set timestamp = $1 where id = $2")]
    [InlineData("update ombud.mt_events set timestamp = $1 where stream_id = $2")]
    public async Task is_refused_after_an_event_at_a_moment_that_has_not_come_and_there_alone(string ahead)
    {
        await AppendAsync(Home, "woke up");
        await Database.ExecuteAsync(ahead, Future.ToDateTimeUtc(), Home);
        (await AppendAsync(Home, "left").ShouldThrowAsync<ClockAheadException>()).Message.ShouldContain("2999-12-31T23:00:00Z");
        (await AppendAsync(Work, "arrived")).ShouldBeLessThan(Future);
        (await ReadAsync(Home)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task keeps_every_microsecond()
    {
        var second = Instant.FromUtc(2023, 6, 13, 13, 0);
        Instant[] moments = [second + Microseconds.One, second + (Microseconds.One * 123456), second + (Microseconds.One * 999999)];
        await Writer.WriteAsync(
            Imports.Of(North, new StreamImport(Home, 0, [.. moments.Select(moment => Imports.Event("tick", moment))])),
            Cancel
        );
        (await ReadAsync(Home)).Select(e => e.RecordedAt()).ShouldBe(moments);
    }
}
