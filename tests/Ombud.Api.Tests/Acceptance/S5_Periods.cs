using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Any range of days is a period; the usual ones have their names.</summary>
public sealed class S5_Periods(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task a_tertial_has_54_cases()
    {
        var report = await api.ReportAsync(to: "2023-04-30");
        ((int)report["cases"]!, (string?)report["period"]!["label"]).ShouldBe((54, "T1 2023"));
        report.Counts("byMonth").ShouldBe([9, 15, 18, 12]);
    }

    [Fact]
    public async Task the_rest_has_22() => ((int)(await api.ReportAsync(from: "2023-05-01"))["cases"]!).ShouldBe(22);

    [Fact]
    public async Task a_data_cut_off_may_come_before_the_periods_end()
    {
        var report = (await api.GetAsync(DrammenReport.Address(to: "2023-12-31") + "&cutOff=2023-04-30")).ShouldBe(200).Json;
        ((int)report["cases"]!, (string?)report["period"]!["label"], (string?)report["period"]!["cutOff"]).ShouldBe(
            (54, "2023", "2023-04-30")
        );
    }

    [Fact]
    public async Task a_reporting_year_runs_from_August_in_Ringsted()
    {
        foreach (var day in new[] { "2018-08-01", "2019-01-22", "2019-01-23", "2019-07-31", "2019-08-01", "2020-01-22" })
            await api.ReceiveAsync(
                new
                {
                    receivedOn = day,
                    withinMandate = true,
                    requiresResponse = true,
                },
                "ringsted"
            );
        var year = await RingstedAsync("from=2018-08-01&to=2019-07-31");
        ((int)year["cases"]!, (string?)year["period"]!["label"]).ShouldBe((4, "18/19"));

        // Half-year to 31 January with figures up to the 22nd, beside the same days a year before.
        var half = await RingstedAsync("from=2019-08-01&to=2020-01-31&cutOff=2020-01-22");
        ((string?)half["period"]!["label"]).ShouldBe("H1 19/20");
        ((string?)half["comparison"]!["period"]!["cutOff"]).ShouldBe("2019-01-22");
        ((int)half["comparison"]!["cases"]!["before"]!, (int)half["comparison"]!["cases"]!["now"]!).ShouldBe((2, 2));
    }

    private async Task<JsonNode> RingstedAsync(string query) =>
        (await api.GetAsync($"/v1/reports/statistics?{query}", "ringsted")).ShouldBe(200).Json;
}
