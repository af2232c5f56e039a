using NodaTime;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.ClosingHistory;

/// <summary>The database's clock goes on between two readings, whatever this process's clock says.</summary>
public sealed class AskingTheDatabasesClock : StoreTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-40)]
    public async Task tells_the_databases_time_whatever_the_process_says(int days)
    {
        var clock = await ClockAsync(TimeSpan.FromDays(days));
        await Task.Delay(50, Cancel);
        var before = (await History.ReadClockAsync(North, Cancel)).Now;
        var now = clock.GetCurrentInstant();
        now.ShouldBeInRange(before - Duration.FromMilliseconds(5), before + Duration.FromSeconds(1));
        clock.Difference.TotalDays.ShouldBe(days, 0.001);
        clock.Agrees.ShouldBe(days == 0);
    }

    [Theory]
    [InlineData(55, true)]
    [InlineData(65, false)]
    [InlineData(-55, true)]
    [InlineData(-65, false)]
    public async Task agrees_with_a_process_up_to_a_minute_apart(int seconds, bool agrees) =>
        (await ClockAsync(TimeSpan.FromSeconds(seconds))).Agrees.ShouldBe(agrees);

    [Fact]
    public async Task is_never_before_what_the_database_has_just_recorded()
    {
        var clock = await ClockAsync(TimeSpan.Zero);
        for (var count = 0; count < 200; count++)
        {
            var recorded = (await History.ReadClockAsync(North, Cancel)).Now;
            clock.GetCurrentInstant().ShouldBeGreaterThanOrEqualTo(recorded);
            if (count % 20 == 0)
                await clock.ReadAsync(Cancel);
        }
    }

    private async Task<DatabaseClock> ClockAsync(TimeSpan shift)
    {
        var clock = new DatabaseClock(Database.Source, new ShiftedTime(shift));
        await clock.ReadAsync(Cancel);
        return clock;
    }
}
