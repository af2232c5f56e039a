namespace Ombud.Failures.Tests;

public sealed class LosingConnections
{
    [Fact]
    public async Task at_any_moment_of_a_write_is_a_503_and_leaves_no_doubt_about_what_was_recorded()
    {
        await using var place = new Workplace();
        var up = await place.UpAsync();
        await using var writers = new Writers(place.Url);
        for (var time = 0; time < 40; time++)
        {
            await writers.GoOnAsync(3);
            await place.Store.RunAsync("select pg_terminate_backend(pid)::text from pg_stat_activity where application_name = 'Ombud'");
        }
        await writers.GoOnAsync(30);
        await writers.ShouldBeRecordedIn(place);
        writers.Unavailable.ShouldBeGreaterThan(0);
        writers.Unanswered.ShouldBe(0);
        up.HasEnded.ShouldBeFalse();
    }
}
