using System.Text.Json.Nodes;
using static Ombud.Api.Tests.ImportedLines;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A share names what it is of: criticism in 216 of the 1,216 cases that were considered, and 998 that were declined.</summary>
public sealed class S38_UpheldOfThoseConsidered(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task the_base_is_named_and_leaves_out_what_was_declined()
    {
        await api.RecordAllAsync("drammen", [.. Ended(216, "criticism"), .. Ended(1000, "no_basis"), .. Ended(998, "declined")]);

        var tables = (
            await api.GetAsync("/v1/reports/statistics?from=2022-01-01&to=2022-12-31&tables=considered.byOutcome,closings.byOutcome")
        )
            .ShouldBe(200)
            .Json["tables"]!;
        var considered = tables["considered.byOutcome"]!;
        ((string?)considered["base"], (int)considered["baseCount"]!).ShouldBe(("considered", 1216));
        Row(considered, "criticism").ShouldBe((216, 17.8m));
        Row(considered, "declined").ShouldBe((0, 0m));
        var closings = tables["closings.byOutcome"]!;
        ((string?)closings["base"], (int)closings["baseCount"]!).ShouldBe(("closings", 2214));
        Row(closings, "criticism").ShouldBe((216, 9.8m));
        Row(closings, "declined").ShouldBe((998, 45.1m));
    }

    private static (int Count, decimal Percent) Row(JsonNode table, string code)
    {
        var row = table["rows"]!.AsArray().Single(row => (string?)row!["code"] == code)!;
        return ((int)row["count"]!, (decimal)row["percent"]!);
    }

    private static IEnumerable<string> Ended(int cases, string outcome) =>
        Enumerable
            .Range(1, cases)
            .SelectMany(n =>
                new[]
                {
                    Received($"S38-{outcome}-{n}", "2022-03-01", "\"serviceArea\":\"health\""),
                    Line($"S38-{outcome}-{n}", "close_case", "2022-04-01", $"\"closedOn\":\"2022-04-01\",\"outcome\":\"{outcome}\""),
                }
            );
}
