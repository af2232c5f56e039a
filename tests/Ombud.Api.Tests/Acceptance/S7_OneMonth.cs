namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Forvaltningsloven § 11 a: a preliminary reply within a month of receipt, where the inquiry cannot be answered by then.
/// </summary>
public sealed class S7_OneMonth(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("2023-01-31", "2023-02-28", "2023-02-28", "2023-02-28T23:00:00Z")]
    [InlineData("2024-01-31", "2024-02-29", "2024-02-29", "2024-02-29T23:00:00Z")]
    [InlineData("2023-03-06", "2023-04-06", "2023-04-11", "2023-04-11T22:00:00Z")]
    [InlineData("2023-04-17", "2023-05-17", "2023-05-19", "2023-05-19T22:00:00Z")]
    [InlineData("2026-11-24", "2026-12-24", "2026-12-24", "2026-12-24T23:00:00Z")]
    public async Task ends_a_month_later_or_on_the_next_working_day(string start, string raw, string due, string endsAt)
    {
        var answer = await api.CalculateAsync($"rule=NO.fvl.11a.preliminary-reply&start={start}");
        answer.Dates().ShouldBe((raw, due));
        ((string?)answer["endsAt"], (string?)answer["kind"], (int?)answer["ruleVersion"]).ShouldBe((endsAt, "statutory", 1));
    }

    [Theory]
    [InlineData("nb", "langfredag", "11. april 2023")]
    [InlineData("nn", "langfredag", "11. april 2023")]
    [InlineData("da", "langfredag", "11. april 2023")]
    [InlineData("en", "Good Friday", "11 April 2023")]
    public async Task is_explained_step_by_step(string language, string holiday, string due)
    {
        var steps = (await api.CalculateAsync($"rule=NO.fvl.11a.preliminary-reply&start=2023-03-06&language={language}"))["explanation"]!
            .AsArray()
            .Select(step => (string)step!)
            .ToList();
        steps.ShouldContain(step => step.Contains("§ 11 a", StringComparison.Ordinal));
        steps.ShouldContain(step => step.Contains(holiday, StringComparison.Ordinal) && step.Contains(due, StringComparison.Ordinal));
    }
}
