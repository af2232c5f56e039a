using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Ringsted's published years: 142 inquiries with 242 matters, then 114 with 245, then 159 with 329; and a half-year that was cut off nine
/// days early.
/// </summary>
public sealed class S18_Comparison(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly string[] Matters = ["conduct", "appeal_guidance", "access_and_notes", "digital_access", "hearing"];

    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/cases", "ringsted")).Json["items"]!.AsArray().Count > 0)
            return;
        // Of the 142 and the 114, 55 each by 22 January, with 111 matters in the second year.
        var lines = Year(2018, (55, 95), (87, 147)).Concat(Year(2019, (55, 111), (59, 134))).Concat(Year(2020, (80, 165), (79, 164)));
        (
            await api.ImportAsync(
                "number,received_on,within_mandate,requires_response,matters,recorded_at\n" + string.Join('\n', lines),
                "ringsted"
            )
        ).Faults.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("2019-08-01", "2020-07-31", 142, 114, -28, -19.7, 242, 245, 3, 1.2)]
    [InlineData("2020-08-01", "2021-07-31", 114, 159, 45, 39.5, 245, 329, 84, 34.3)]
    public async Task says_how_a_year_differs_from_the_one_before(
        string from,
        string to,
        int inquiriesBefore,
        int inquiries,
        int fewer,
        decimal percent,
        int mattersBefore,
        int matters,
        int more,
        decimal percentOfMatters
    )
    {
        var report = await ReportAsync(from, to);
        foreach (var comparison in new[] { "comparison", "periodBefore" })
        {
            Change(report[comparison]!["inquiries"]!).ShouldBe((inquiriesBefore, inquiries, fewer, percent));
            Change(report[comparison]!["matters"]!).ShouldBe((mattersBefore, matters, more, percentOfMatters));
        }
    }

    [Fact]
    public async Task a_cut_off_is_moved_by_a_year()
    {
        var comparison = (await ReportAsync("2019-08-01", "2020-01-31", "2020-01-22"))["comparison"]!;
        ((string?)comparison["period"]!["cutOff"], Change(comparison["inquiries"]!)).ShouldBe(("2019-01-22", (55, 55, 0, 0m)));
    }

    private async Task<JsonNode> ReportAsync(string from, string to, string? cutOff = null) =>
        (await api.GetAsync($"/v1/reports/statistics?from={from}&to={to}{(cutOff is null ? "" : $"&cutOff={cutOff}")}", "ringsted"))
            .ShouldBe(200)
            .Json;

    private static (int, int, int, decimal) Change(JsonNode change) =>
        ((int)change["before"]!, (int)change["now"]!, (int)change["difference"]!, (decimal)change["percent"]!);

    private static IEnumerable<string> Year(int start, (int Cases, int Matters) until22January, (int Cases, int Matters) rest) =>
        Cases($"{start}-10-15", $"{start}A", until22January).Concat(Cases($"{start + 1}-04-15", $"{start}B", rest));

    /// <summary>So many cases on a day, with so many matters between them.</summary>
    private static IEnumerable<string> Cases(string day, string prefix, (int Cases, int Matters) count) =>
        Enumerable
            .Range(0, count.Cases)
            .Select(i =>
            {
                var own = (count.Matters / count.Cases) + (i < count.Matters % count.Cases ? 1 : 0);
                return $"{prefix}-{i},{day},true,true,{string.Join(';', Matters.Take(own))},{day}T12:00:00Z";
            });
}
