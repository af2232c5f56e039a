namespace Ombud.Failures.Tests;

/// <summary>What must hold after every failure.</summary>
internal static class Outcome
{
    /// <summary>Everything acknowledged is there, nothing twice, nothing by half, and the rows are those that the events lead to.</summary>
    public static async Task ShouldBeRecordedIn(this Writers writers, Workplace place)
    {
        await writers.StopAsync();
        (await place.Store.VersionsAsync("W%")).ShouldBe(writers.Recorded);
        await place.ShouldBeSoundAsync();
    }

    public static async Task ShouldBeSoundAsync(this Workplace place)
    {
        await place.Store.EveryStreamShouldBeWholeAsync();
        await place.Store.KeepRowsAsync();
        await place.RunToEndAsync("rebuild");
        await place.Store.RowsShouldBeAsKeptAsync();
    }
}
