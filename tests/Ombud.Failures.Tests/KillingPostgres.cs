using System.Globalization;

namespace Ombud.Failures.Tests;

public sealed class KillingPostgres
{
    [Fact]
    public async Task amid_writes_ends_the_api_with_a_clear_line_and_the_next_start_has_all_that_was_acknowledged()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        await using var writers = new Writers(place.Url);
        foreach (var cases in new[] { 20, 100, 3 })
        {
            await writers.GoOnAsync(cases);
            Unix.Signal("KILL", place.ServerPid!.Value);
            (await up.ExitCodeAsync()).ShouldBe(1);
            up.Complaint().ShouldStartWith("ombud: stopped, because its PostgreSQL has ended.");
            up = await place.UpAgainAsync();
        }
        await writers.GoOnAsync(20);
        await writers.ShouldBeRecordedIn(place);
    }

    [Fact]
    public async Task one_of_its_backends_amid_writes_is_a_short_503_after_which_the_api_goes_on()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        await using var writers = new Writers(place.Url);
        for (var time = 0; time < 4; time++)
        {
            await writers.GoOnAsync(30);
            var backend = (await place.Store.BackendsAsync())[0];
            Unix.Signal("KILL", int.Parse(backend, CultureInfo.InvariantCulture));
        }
        await writers.GoOnAsync(30);
        await writers.ShouldBeRecordedIn(place);
        writers.Unavailable.ShouldBeGreaterThan(0);
        writers.Unanswered.ShouldBe(0);
        up.HasEnded.ShouldBeFalse();
    }
}
