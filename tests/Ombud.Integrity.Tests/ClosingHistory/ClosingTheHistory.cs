using NodaTime;

namespace Ombud.Integrity.Tests.ClosingHistory;

public sealed class ClosingTheHistory : StoreTest
{
    [Fact]
    public async Task answers_a_moment_that_is_no_earlier_than_what_was_recorded()
    {
        var recorded = await AppendAsync(Home, "woke up");
        var closedUpTo = await History.CloseAsync(North, Cancel);
        closedUpTo.ShouldBeGreaterThanOrEqualTo(recorded);
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldBe(closedUpTo);
    }

    [Fact]
    public async Task makes_everything_written_afterwards_later()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        (await AppendAsync(Home, "woke up")).ShouldBeGreaterThan(closedUpTo);
    }

    [Fact]
    public async Task waits_for_a_session_that_is_writing()
    {
        var session = await OpenAsync(Home);
        var closing = History.CloseAsync(North, Cancel);
        await Database.WaitForALockAsync(Cancel);
        session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up"));
        await session.SaveChangesAsync(Cancel);
        await session.DisposeAsync();
        (await closing).ShouldBeGreaterThanOrEqualTo(session.Now);
    }

    [Fact]
    public async Task again_always_moves_the_moment_forward()
    {
        var closings = new List<Instant>();
        for (var count = 0; count < 20; count++)
            closings.Add(await History.CloseAsync(North, Cancel));
        closings.Zip(closings.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
    }

    [Fact]
    public async Task moves_the_moment_forward_even_when_the_clock_has_gone_back()
    {
        var ahead = Soon();
        await Database.ExecuteAsync("insert into ombud.fences values ($1, $2)", North, ahead.ToDateTimeUtc());
        (await History.CloseAsync(North, Cancel)).ShouldBe(ahead + Microseconds.One);
    }

    [Fact]
    public async Task includes_a_stream_that_is_ahead_of_the_clock()
    {
        var ahead = Soon();
        await AppendAsync(Home, "woke up");
        await Database.ExecuteAsync("update ombud.mt_streams set timestamp = $1", ahead.ToDateTimeUtc());
        (await History.CloseAsync(North, Cancel)).ShouldBe(ahead);
    }

    /// <summary>As far as two clocks that both tell the time may be apart.</summary>
    private static Instant Soon() => SystemClock.Instance.GetCurrentInstant().ToMicroseconds() + Duration.FromSeconds(50);
}
