using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Once a case is closed nobody waits for its answers; what was late before stays late, and a reopening lets them run again.
/// </summary>
public sealed class S31_RequestsEndWithTheCase(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string YearsEnd = "2021-12-31T12:00:00Z";

    [Fact]
    public async Task nothing_is_overdue_or_late_of_what_was_not_due_yet()
    {
        await RecordAsync("S31-1", "2021-03-10");

        (await api.BoardAsync($"asOf={YearsEnd}&state=overdue"))["items"]!.AsArray().ShouldNotContain(each => Is(each, "S31-1"));
        var item = (await api.BoardAsync($"asOf={YearsEnd}&state=ended")).Case("S31-1");
        ((string?)item["state"], (string?)item["endedOn"], item["waivedOn"]).ShouldBe(("ended", "2021-03-10", null));
        var id = await api.IdAsync("S31-1");
        (await api.GetAsync($"/v1/cases/{id}/history")).Json.ToJsonString().ShouldNotContain("response_overdue");
    }

    [Fact]
    public async Task nothing_is_counted_as_late_and_what_was_late_before_the_closing_is_counted_once()
    {
        await RecordAsync("S31-2", "2021-03-10", unit: "housing_office");
        await RecordAsync("S31-3", "2021-03-25", unit: "service_allocation");

        (await NoneAsync("2021-01-01", "2021-12-31", "housing_office")).ShouldBe(0);
        (await NoneAsync("2021-01-01", "2021-04-30", "service_allocation")).ShouldBe(1);
        (await NoneAsync("2021-05-01", "2021-12-31", "service_allocation")).ShouldBe(0);
        (await api.BoardAsync($"asOf={YearsEnd}&state=overdue"))["items"]!.AsArray().ShouldNotContain(each => Is(each, "S31-3"));
    }

    [Fact]
    public async Task a_reopening_lets_them_run_again()
    {
        await RecordAsync("S31-4", "2021-03-10");
        await api.RecordAllAsync(
            "drammen",
            """{"command":"reopen_case","case":"S31-4","reopenedOn":"2021-04-01","recordedAt":"2021-04-01T12:00:00Z"}"""
        );
        (await api.BoardAsync($"asOf={YearsEnd}&state=overdue")).Case("S31-4").Standing().State.ShouldBe("overdue");
        (await api.BoardAsync("asOf=2021-03-31T12:00:00Z&state=ended")).Case("S31-4").Standing().State.ShouldBe("ended");
    }

    private static bool Is(JsonNode? item, string number) => (string?)item!["caseNumber"] == number;

    /// <summary>Asked on 1 March for an answer by 20 March, and closed without one.</summary>
    private Task RecordAsync(string number, string closedOn, string unit = "schools") =>
        api.RecordAllAsync(
            "drammen",
            [
                .. Deadlines.Request(
                    number,
                    Guid.NewGuid().ToString(),
                    "2021-03-01",
                    $"\"unit\":\"{unit}\",\"rules\":[\"ombud.request\"],\"dueOn\":\"2021-03-20\""
                ),
                $$"""{"command":"close_case","case":"{{number}}","outcome":"guided","closedOn":"{{closedOn}}","""
                    + $$""" "recordedAt":"{{closedOn}}T12:00:00Z"}""",
            ]
        );

    private async Task<int> NoneAsync(string from, string to, string unit) =>
        (await api.ReportAsync(YearsEnd, from, to))["responseTime"]!["byUnit"]!
            .AsArray()
            .Where(each => (string?)each!["unit"] == unit)
            .Sum(each => (int)each!["deadlines"]!["none"]!);
}
