using NodaTime;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.ClosingHistory;

/// <summary>
/// What is closed at a moment that has not come would stay closed until then. So two clocks are asked: the database's, and this process's.
/// </summary>
public sealed class ClosingWithAClockThatIsWrong : StoreTest
{
    private static readonly Instant Future = Instant.FromUtc(2999, 1, 1, 0, 0);

    [Fact]
    public async Task is_refused_where_the_database_is_more_than_a_minute_ahead_of_this_process_and_says_what_each_tells()
    {
        await AppendAsync(Home, "woke up");
        var refused = await Behind(61).CloseAsync(North, Cancel).ShouldThrowAsync<ClockAheadException>();
        refused.Message.ShouldContain("the database's clock says");
        refused.Message.ShouldContain("this server's");
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldBeNull();
    }

    [Theory]
    // A process whose clock is behind by less is believed, and one that is ahead is no reason to wait.
    [InlineData(50)]
    [InlineData(-40 * 24 * 3600)]
    public async Task closes_up_to_the_databases_now_otherwise(int secondsBehind)
    {
        var before = (await History.ReadClockAsync(North, Cancel)).Now;
        var closed = await Behind(secondsBehind).CloseAsync(North, Cancel);
        closed.ShouldBeInRange(before, (await History.ReadClockAsync(North, Cancel)).Now);
    }

    [Theory]
    [InlineData("insert into ombud.fences values ('north', $1)")]
    [InlineData("update ombud.mt_streams set timestamp = $1")]
    public async Task is_refused_after_a_moment_that_has_not_come(string ahead)
    {
        await AppendAsync(Home, "woke up");
        await Database.ExecuteAsync(ahead, Future.ToDateTimeUtc());
        var refused = await History.CloseAsync(North, Cancel).ShouldThrowAsync<ClockAheadException>();
        refused.Message.ShouldContain("Something was recorded or closed later than both");
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldNotBe(Future + Microseconds.One);
    }

    [Fact]
    public async Task is_possible_again_once_the_future_is_reopened()
    {
        await Database.ExecuteAsync("insert into ombud.fences values ($1, $2)", North, Future.ToDateTimeUtc());
        var before = (await History.ReadClockAsync(North, Cancel)).Now;
        var reopened = (await History.ReopenAsync(North, Cancel))!.Value;
        reopened.ShouldBeInRange(before, (await History.ReadClockAsync(North, Cancel)).Now);
        (await AppendAsync(Home, "woke up")).ShouldBeGreaterThan(reopened);
        (await History.CloseAsync(North, Cancel)).ShouldBeLessThan(Future);
    }

    [Fact]
    public async Task cannot_be_mended_while_the_database_is_still_ahead()
    {
        await Database.ExecuteAsync("insert into ombud.fences values ($1, $2)", North, Future.ToDateTimeUtc());
        await Behind(61).ReopenAsync(North, Cancel).ShouldThrowAsync<ClockAheadException>();
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldBe(Future);
    }

    [Fact]
    public async Task never_reopens_what_is_not_ahead()
    {
        var closed = await History.CloseAsync(North, Cancel);
        (await History.ReopenAsync(North, Cancel)).ShouldBeNull();
        (await History.ReadClockAsync(North, Cancel)).ClosedUpTo.ShouldBe(closed);
    }

    private ClosedHistory Behind(int seconds) => new(Database.Source, new ShiftedTime(TimeSpan.FromSeconds(-seconds)));
}
