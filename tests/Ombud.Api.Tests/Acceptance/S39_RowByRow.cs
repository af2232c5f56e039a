using System.Text.Json.Nodes;
using static Ombud.Api.Tests.ImportedLines;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Each row stands beside that of the half-year before and that of the year before; and ten years beside each other.</summary>
public sealed class S39_RowByRow(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() =>
        await api.RecordAllAsync(
            "drammen",
            [
                .. Received("2023-08-01", "complaint", 49),
                .. Received("2023-08-01", "guidance", 190),
                .. Received("2023-02-01", "complaint", 60),
                .. Received("2023-02-01", "guidance", 147),
                .. Received("2022-09-01", "complaint", 98),
                .. Received("2018-09-05", "complaint", 3),
            ]
        );

    [Fact]
    public async Task a_half_year_stands_beside_the_one_before_and_the_same_a_year_before()
    {
        var report = (await api.GetAsync("/v1/reports/statistics?from=2023-07-01&to=2023-12-31&tables=inquiries.byType"))
            .ShouldBe(200)
            .Json;

        var table = report["tables"]!["inquiries.byType"]!;
        ((int)table["baseCount"]!).ShouldBe(239);
        Row(table, "complaint", "before").ShouldBe((60, -11, -18.3m));
        Row(table, "guidance", "before").ShouldBe((147, 43, 29.3m));
        Row(table, "complaint", "yearBefore").ShouldBe((98, -49, -50.0m));
        // Nothing can be said in percent of what was nothing.
        Row(table, "guidance", "yearBefore").ShouldBe((0, 190, null));
        var (all, before) = (report["periodBefore"]!["inquiries"]!, report["periodBefore"]!["period"]!);
        ((int)all["before"]!, (int)all["now"]!, (decimal)all["percent"]!, (string?)before["from"]).ShouldBe(
            (207, 239, 15.5m, "2023-01-01")
        );
    }

    [Fact]
    public async Task ten_years_stand_beside_each_other_as_of_one_moment()
    {
        var series = (
            await api.GetAsync("/v1/reports/series?from=2014-01-01&to=2023-12-31&by=year&tables=inquiries.byType,inquiries.byType*channel")
        )
            .ShouldBe(200)
            .Json;

        series["periods"]!
            .AsArray()
            .Select(period => (string?)period!["label"])
            .ShouldBe(Enumerable.Range(2014, 10).Select(year => $"{year}"));
        Counts(series, "complaint").ShouldBe([0, 0, 0, 0, 3, 0, 0, 0, 98, 109]);
        Counts(series, "guidance").ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 0, 337]);
        var table = series["tables"]!["inquiries.byType"]!;
        table["baseCounts"]!.AsArray().Select(count => (int)count!).ShouldBe([0, 0, 0, 0, 3, 0, 0, 0, 98, 446]);
        ((decimal?)table["rows"]!.AsArray().Single(row => (string?)row!["codes"]![0] == "complaint")!["percents"]![9]).ShouldBe(24.4m);

        var then = (await api.GetAsync("/v1/reports/series?from=2014-01-01&to=2023-12-31&tables=inquiries.byType&asOf=2022-12-31"))
            .ShouldBe(200)
            .Json;
        Counts(then, "complaint")[^1].ShouldBe(0);
    }

    private static int[] Counts(JsonNode series, string type) =>
        [
            .. series["tables"]!["inquiries.byType"]!["rows"]!.AsArray().Single(row => (string?)row!["codes"]![0] == type)!["counts"]!
                .AsArray()
                .Select(count => (int)count!),
        ];

    private static (int Count, int Difference, decimal? Percent) Row(JsonNode table, string code, string earlier)
    {
        var change = table["rows"]!.AsArray().Single(row => (string?)row!["code"] == code)![earlier]!;
        return ((int)change["count"]!, (int)change["difference"]!, (decimal?)change["percent"]);
    }

    private static IEnumerable<string> Received(string day, string type, int count) =>
        Enumerable
            .Range(1, count)
            .Select(n => Line($"S39-{day}-{type}-{n}", "receive_case", day, $"\"receivedOn\":\"{day}\",\"inquiryType\":\"{type}\""));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
