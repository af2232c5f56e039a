using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Which counts are shown is the policy of a publication. Statistics Norway hides fewer than three, Statistics Denmark fewer than five.
/// </summary>
public sealed class S6_SmallCells(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task below_three_hides_one_and_the_next_smallest_because_the_one_could_be_worked_out()
    {
        var report = await ReportAsync(3);
        Hidden(report, "byServiceArea").ShouldBe(["transport", "other"]);
        Hidden(report, "byMonth").ShouldBeEmpty();
        ((int?)report["disclosure"]!["minimumCell"]).ShouldBe(3);
        report["disclosure"]!["hidden"]!
            .AsArray()
            .Select(figure => (string)figure!)
            .Where(figure => figure.StartsWith("tables.by", StringComparison.Ordinal))
            .ShouldBe(["tables.byServiceArea[other]", "tables.byServiceArea[transport]"]);
    }

    [Fact]
    public async Task below_five_hides_three_which_cover_each_other()
    {
        var report = await ReportAsync(5);
        Hidden(report, "byServiceArea").ShouldBe(["child_welfare", "transport", "other"]);
        foreach (var row in report["tables"]!["byServiceArea"]!["rows"]!.AsArray().Where(row => (bool?)row!["suppressed"] == true))
            (row!.AsObject().ContainsKey("count"), row["count"], row["percent"]).ShouldBe((true, null, null));
    }

    [Fact]
    public async Task below_three_the_five_smallest_areas_share_a_row_and_six_of_25_cells_are_hidden()
    {
        var report = await ReportAsync(3);
        Crossed(report)
            .ShouldBe([
                "health : 13 8 6 5",
                "planning_and_building : : 0 5 3",
                "municipal_housing 3 7 0 0 0",
                "infrastructure 0 : 3 : 4",
                "school_and_kindergarten+nav_municipal+child_welfare+transport+other 3 8 5 : 3",
            ]);
        report["disclosure"]!["mergedAreas"]!
            .AsArray()
            .Select(area => (string)area!)
            .ShouldBe(["school_and_kindergarten", "nav_municipal", "child_welfare", "transport", "other"]);
        report["disclosure"]!["hidden"]!
            .AsArray()
            .Count(figure => ((string)figure!).StartsWith("tables.areaByMatter[", StringComparison.Ordinal))
            .ShouldBe(6);
    }

    [Fact]
    public async Task below_five_the_seven_smallest_do_and_four_of_15_are_hidden() =>
        Crossed(await ReportAsync(5))
            .ShouldBe([
                "health : 13 8 6 :",
                "planning_and_building : 5 0 5 :",
                "municipal_housing+infrastructure+school_and_kindergarten+nav_municipal+child_welfare+transport+other 6 16 8 5 7",
            ]);

    [Fact]
    public async Task a_matter_that_is_hidden_hides_no_other_matter_but_the_number_of_all()
    {
        // At 11 the ten cases about applications are hidden, and with them the 91 matters that would tell of them.
        var report = await ReportAsync(11);
        Hidden(report, "byMatter").ShouldBe(["guidance_application"]);
        report["matters"].ShouldBeNull();
        report["tables"]!["byMatter"]!["rows"]!.AsArray().ShouldAllBe(row => row!["percentOfMatters"] == null);
        ((decimal?)report["tables"]!["byMatter"]!["rows"]![1]!["percent"]).ShouldBe(44.7m);
    }

    [Fact]
    public async Task none_hides_nothing_and_says_nothing_of_it() => (await ReportAsync(0))["disclosure"].ShouldBeNull();

    [Fact]
    public async Task the_digest_is_that_of_what_is_shown() =>
        ((string?)(await ReportAsync(3))["digest"]).ShouldNotBe((string?)(await ReportAsync(0))["digest"]);

    private async Task<JsonNode> ReportAsync(int minimumCell) =>
        (await api.GetAsync($"{DrammenReport.Address()}&minimumCell={minimumCell}")).ShouldBe(200).Json;

    private static string[] Crossed(JsonNode report) =>
        [
            .. report["tables"]!["areaByMatter"]!["rows"]!
                .AsArray()
                .Select(row => $"{row!["code"]} {string.Join(' ', row["counts"]!.AsArray().Select(count => count?.ToString() ?? ":"))}"),
        ];

    private static string[] Hidden(JsonNode report, string table) =>
        [
            .. report["tables"]![table]!["rows"]!
                .AsArray()
                .Where(row => (bool?)row!["suppressed"] == true)
                .Select(row => (string)row!["code"]!),
        ];
}
