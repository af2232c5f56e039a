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

    // § 31.
    [Fact]
    public async Task more_than_a_year_after_the_decision_it_is_too_late_whatever_the_excuse()
    {
        var answer = await api.CalculateAsync("rule=NO.fvl.31.late-appeal&start=2024-02-29&dispatchedOn=2025-03-01&language=en");
        (answer.Dates(), (bool)answer["inTime"]!["yes"]!).ShouldBe((("2025-02-28", "2025-02-28"), false));
        answer["explanation"]!.AsArray().Select(step => (string?)step).ShouldContain("1 year later is 28 February 2025.");
    }

    [Fact]
    public async Task a_municipality_has_terms_of_years_of_its_own()
    {
        var wanted = OmbudApi.Configuration();
        wanted["deadlineRules"] = System.Text.Json.Nodes.JsonNode.Parse(
            """
            [{"id":"drammen.review","version":1,"kind":"local_target","term":"P2Y","start":"decision","timeliness":"received",
              "movedBy":["holiday"],"inForceFrom":"2018-08-01","nb":"Gjennomgang","da":"Gennemgang","en":"Review","law":"Vedtak"}]
            """
        );
        (
            await api.SendAsync(HttpMethod.Put, "/v1/municipality", System.Net.Http.Json.JsonContent.Create(wanted), "drammen", null)
        ).ShouldBe(200);
        (await api.CalculateAsync("rule=drammen.review&start=2023-03-06")).Dates().ShouldBe(("2025-03-06", "2025-03-06"));
    }
}
