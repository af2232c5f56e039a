namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// The first ombud of Drammen waited thirty weeks for an answer: dates that the ombud sets are followed up like any other.
/// </summary>
public sealed class S22_AnswersToTheOmbud(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string AsOf = "2024-01-10T12:00:00Z";

    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/cases?number=S22-1")).Json["items"]!.AsArray().Count > 0)
            return;
        // Asked on Monday 13 March with three weeks to answer; answered after 20, 21, 30, 60 and 176 days.
        foreach (var (i, respondedOn) in new[] { "2023-04-02", "2023-04-03", "2023-04-12", "2023-05-12", "2023-09-05" }.Index())
            await RecordAllAsync($"S22-{i + 1}", i + 1, "housing_office", respondedOn);
        await RecordAllAsync("S22-6", 6, "schools", "2023-04-01");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task answered_months_later_is_met_late_by_days_and_working_days()
    {
        var item = (await api.BoardAsync($"state=met_late&asOf={AsOf}")).Case("S22-5");
        (item.Standing(), (string?)item["kind"], (string?)item["metOn"]).ShouldBe((("met_late", 155, 104), "ombud_set", "2023-09-05"));
    }

    [Fact]
    public async Task between_the_two_it_is_overdue() =>
        (await api.BoardAsync("asOf=2023-06-13T12:00:00Z")).Case("S22-5").Standing().State.ShouldBe("overdue");

    [Fact]
    public async Task the_annual_table_shows_how_long_they_took()
    {
        var times = (await api.ReportAsync(to: "2023-12-31", asOf: AsOf))["responseTime"]!;
        var days = times["days"]!;
        ((int)days["n"]!, (decimal)days["medianDays"]!, (int)days["p90Days"]!, (int)days["maximumDays"]!).ShouldBe((6, 25.5m, 176, 176));
        var deadlines = times["deadlines"]!;
        ((int)deadlines["met"]!, (int)deadlines["late"]!, (int)deadlines["none"]!).ShouldBe((3, 3, 0));
        ((int)times["breaches"]!).ShouldBe(0);
    }

    [Fact]
    public async Task units_with_fewer_than_five_are_never_ranked()
    {
        var units = (await api.ReportAsync(to: "2023-12-31", asOf: AsOf))["responseTime"]!["byUnit"]!.AsArray();
        units
            .Select(unit => ((string?)unit!["unit"], (int)unit["days"]!["n"]!, (int?)unit["rank"]))
            .ShouldBe([("housing_office", 5, 1), ("schools", 1, null)]);
    }

    private Task RecordAllAsync(string number, int n, string unit, string respondedOn)
    {
        var request = $"5a220000-0000-4000-8000-00000000000{n}";
        return api.RecordAllAsync(
            "drammen",
            [
                .. Deadlines.Request(
                    number,
                    request,
                    "2023-03-13",
                    $"\"unit\":\"{unit}\",\"rules\":[\"ombud.request\"],\"dueOn\":\"2023-04-03\""
                ),
                $$"""{"command":"register_response","case":"{{number}}","requestId":"{{request}}","""
                    + $$""" "respondedOn":"{{respondedOn}}","recordedAt":"{{respondedOn}}T12:00:00Z"}""",
            ]
        );
    }
}
