using NodaTime;

namespace Ombud.Integrity.Tests.Fencing;

public sealed class RaisingAFence : StoreTest
{
    [Fact]
    public async Task answers_a_moment_with_all_that_was_recorded_before_it()
    {
        var recorded = await AppendAsync(Home, "woke up");
        var fence = await History.CloseAsync(North, Cancel);
        fence.ShouldBeGreaterThanOrEqualTo(recorded);
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldBe(fence);
    }

    [Fact]
    public async Task makes_all_that_follows_later()
    {
        var fence = await History.CloseAsync(North, Cancel);
        (await AppendAsync(Home, "woke up")).ShouldBeGreaterThan(fence);
    }

    [Fact]
    public async Task waits_for_who_is_writing()
    {
        var session = await OpenAsync(Home);
        var fencing = History.CloseAsync(North, Cancel);
        await Database.WaitForALockAsync(Cancel);
        session.Append(Home, Happenings.Diary, Happenings.Of("woke up"));
        await session.SaveChangesAsync(Cancel);
        await session.DisposeAsync();
        (await fencing).ShouldBeGreaterThanOrEqualTo(session.Now);
    }

    [Fact]
    public async Task again_raises_it_always()
    {
        var fences = new List<Instant>();
        for (var count = 0; count < 20; count++)
            fences.Add(await History.CloseAsync(North, Cancel));
        fences.Zip(fences.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
    }

    [Fact]
    public async Task raises_it_even_when_the_clock_has_gone_back()
    {
        var ahead = Instant.FromUtc(2999, 1, 1, 0, 0);
        await Database.ExecuteAsync("insert into ombud.fences values ($1, $2)", North, ahead.ToDateTimeUtc());
        (await History.CloseAsync(North, Cancel)).ShouldBe(ahead + Microseconds.One);
    }

    [Fact]
    public async Task takes_in_a_stream_that_is_ahead_of_the_clock()
    {
        var ahead = Instant.FromUtc(2999, 1, 1, 0, 0);
        await AppendAsync(Home, "woke up");
        await Database.ExecuteAsync("update ombud.mt_streams set timestamp = $1", ahead.ToDateTimeUtc());
        (await History.CloseAsync(North, Cancel)).ShouldBe(ahead);
    }
}
