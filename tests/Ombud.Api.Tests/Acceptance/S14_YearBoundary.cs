namespace Ombud.Api.Tests.Acceptance;

/// <summary>The day of a moment is the municipality's day.</summary>
public sealed class S14_YearBoundary(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task half_past_eleven_on_31_July_is_the_old_year_and_a_quarter_past_twelve_the_new()
    {
        var last = await api.ReceiveAsync(
            new
            {
                receivedAt = "2020-07-31T23:30:00+02:00",
                withinMandate = true,
                requiresResponse = true,
            },
            "ringsted"
        );
        await api.ReceiveAsync(
            new
            {
                receivedAt = "2020-08-01T00:15:00+02:00",
                withinMandate = true,
                requiresResponse = true,
            },
            "ringsted"
        );
        await api.DoAsync($"{last}/closure", new { outcome = "guided", closedOn = "2020-07-31" }, "ringsted");
        await api.DoAsync($"{last}/reopening", new { reopenedOn = "2020-08-03" }, "ringsted");

        (await FlowAsync("2019-08-01", "2020-07-31")).ShouldBe((0, 1, 0, 1, 0));
        (await FlowAsync("2020-08-01", "2021-07-31")).ShouldBe((0, 1, 1, 0, 2));
        (await FlowAsync("2021-08-01", "2022-07-31")).ShouldBe((2, 0, 0, 0, 2));
    }

    private async Task<(int OpenAtStart, int Received, int Reopened, int Closed, int OpenAtEnd)> FlowAsync(string from, string to)
    {
        var flow = (await api.GetAsync($"/v1/reports/statistics?from={from}&to={to}", "ringsted")).ShouldBe(200).Json.Flow();
        (flow.OpenAtStart + flow.Received + flow.Reopened - flow.Closed).ShouldBe(flow.OpenAtEnd);
        return flow;
    }
}
