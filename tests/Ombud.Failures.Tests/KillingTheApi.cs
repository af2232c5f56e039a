namespace Ombud.Failures.Tests;

public sealed class KillingTheApi
{
    [Fact]
    public async Task amid_writes_loses_nothing_that_was_acknowledged_and_records_nothing_twice()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        await using var writers = new Writers(place.Url);
        foreach (var cases in new[] { 20, 100, 3 })
        {
            await writers.GoOnAsync(cases);
            up.Kill();
            await up.ExitCodeAsync();
            up = await place.UpAgainAsync();
        }
        await writers.GoOnAsync(20);
        await writers.ShouldBeRecordedIn(place);
        writers.Unanswered.ShouldBeGreaterThan(0);
    }
}
