namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Four weeks from the day the decision was available; the appeal must have arrived by then (VEJ nr. 9533 af 26. juni 2018).
/// </summary>
public sealed class S10_DanishAppeal(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("2023-04-07", "2023-05-05", "2023-05-08")]
    [InlineData("2024-03-29", "2024-04-26", "2024-04-26")]
    public async Task store_bededag_moves_it_through_2023_and_no_longer(string start, string raw, string due) =>
        (await api.CalculateAsync($"rule=DK.appeal.4w&start={start}", "ringsted")).Dates().ShouldBe((raw, due));

    [Fact]
    public async Task a_letter_counts_as_received_six_weekdays_after_its_date()
    {
        var answer = await api.CalculateAsync("rule=DK.appeal.4w&letterDated=2023-03-31", "ringsted");
        ((string?)answer["start"], (string?)answer["letterDated"], answer.Dates()).ShouldBe(
            ("2023-04-13", "2023-03-31", ("2023-05-11", "2023-05-11"))
        );
    }

    [Fact]
    public async Task before_july_2018_no_rule_says_when_a_letter_was_received() =>
        (await api.GetAsync("/v1/deadlines/calculate?rule=DK.appeal.4w&letterDated=2018-06-29", "ringsted"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["letterDated"]);

    [Theory]
    [InlineData("2023-05-08T23:59:59%2B02:00", true, 0)]
    [InlineData("2023-05-09T00:01:00%2B02:00", false, 1)]
    public async Task received_a_minute_into_the_next_day_is_late_though_it_was_posted_before(string receivedAt, bool inTime, int daysLate)
    {
        var judged = (
            await api.CalculateAsync($"rule=DK.appeal.4w&start=2023-04-07&dispatchedOn=2023-05-05&receivedAt={receivedAt}", "ringsted")
        )["inTime"]!;
        ((bool?)judged["yes"], (int?)judged["daysLate"], (string?)judged["test"]).ShouldBe((inTime, daysLate, "received"));
    }
}
