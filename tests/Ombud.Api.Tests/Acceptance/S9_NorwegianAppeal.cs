namespace Ombud.Api.Tests.Acceptance;

/// <summary>Forvaltningsloven §§ 29 and 30: three weeks from arrival, and what was posted in time is in time.</summary>
public sealed class S9_NorwegianAppeal(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Rule = "rule=NO.fvl.29.appeal";

    [Theory]
    [InlineData("2023-03-17", "2023-04-07", "2023-04-11")]
    [InlineData("2022-12-05", "2022-12-26", "2022-12-27")]
    public async Task ends_three_weeks_after_arrival_or_on_the_next_working_day(string arrived, string raw, string due) =>
        (await api.CalculateAsync($"{Rule}&start={arrived}")).Dates().ShouldBe((raw, due));

    [Fact]
    public async Task posted_on_the_last_day_and_received_later_is_in_time()
    {
        var inTime = (await api.CalculateAsync($"{Rule}&start=2023-03-17&dispatchedOn=2023-04-11&receivedOn=2023-04-14"))["inTime"]!;
        ((bool?)inTime["yes"], (string?)inTime["test"], (string?)inTime["judgedOn"]).ShouldBe((true, "dispatched", "2023-04-11"));
        var late = (await api.CalculateAsync($"{Rule}&start=2023-03-17&dispatchedOn=2023-04-12"))["inTime"]!;
        ((bool?)late["yes"], (int?)late["daysLate"], (int?)late["workingDaysLate"]).ShouldBe((false, 1, 1));
    }

    [Fact]
    public async Task reasons_that_were_demanded_begin_a_new_term() =>
        (await api.CalculateAsync($"{Rule}&start=2023-03-17&reasonsReceivedOn=2023-04-21")).Dates().ShouldBe(("2023-05-12", "2023-05-12"));

    [Fact]
    public async Task reasons_begin_no_new_term_where_the_law_does_not_say_so()
    {
        var problem = (
            await api.GetAsync("/v1/deadlines/calculate?rule=NO.fvl.11a.preliminary-reply&start=2023-03-17&reasonsReceivedOn=2023-04-21")
        ).ShouldBeProblem(400, "invalid-input");
        problem.Fields.ShouldBe(["reasonsReceivedOn"]);
    }
}
