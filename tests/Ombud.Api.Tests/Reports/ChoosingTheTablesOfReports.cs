using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Reports;

/// <summary>A municipality's configuration says which tables its published reports show, in which order and under what headings.</summary>
public sealed class ChoosingTheTablesOfReports(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task a_published_report_shows_those_and_verifies_for_ever()
    {
        await api.ImportDrammenAsync();
        await ConfigureAsync(
            """[{"table":"cases.byServiceArea*quarter","nb":"Områdene kvartal for kvartal"},{"table":"inquiries.byType"}]"""
        );
        var published = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "annual",
                    from = "2023-01-01",
                    to = "2023-12-31",
                    minimumCell = 3,
                    language = "nb",
                }
            )
        ).ShouldBe(201);
        var address = published.Header("Location")!;

        // Another choice changes nothing of what was published.
        await ConfigureAsync("""[{"table":"cases.byChannel"}]""");
        var document = (await api.GetAsync(address)).ShouldBe(200).Json["report"]!;
        document["tables"]!.AsObject().Select(table => table.Key).Order().ShouldBe(["cases.byServiceArea*quarter", "inquiries.byType"]);
        ((string?)document["tables"]!["cases.byServiceArea*quarter"]!["title"]).ShouldBe("Områdene kvartal for kvartal");
        ((bool?)(await api.GetAsync($"{address}/verification")).ShouldBe(200).Json["equal"]).ShouldBe(true);
        (await api.GetAsync($"{address}?table=cases-by-service-area-and-quarter")).Status.ShouldBe(400, "only a CSV file is one table");

        await ConfigureAsync("[]");
        (await api.GetAsync("/v1/municipality")).ShouldBe(200).Json["reportTables"]!.AsArray().ShouldBeEmpty();
        ((bool?)(await api.GetAsync($"{address}/verification")).ShouldBe(200).Json["equal"]).ShouldBe(true);
    }

    [Theory]
    [InlineData("""[{"table":"cases.byColour"}]""", "unknown_table", "byUnit")]
    [InlineData("""[{"table":"cases.byHandler"}]""", "not_published", "statistics")]
    [InlineData("""[{"table":"cases.byUnit"},{"table":"cases.byUnit"}]""", "duplicate", "once")]
    public async Task one_that_there_is_not_is_named(string tables, string code, string says)
    {
        var faults = (await PutAsync(tables)).ShouldBe(400).Json["errors"]!.AsArray();
        var fault = faults.ShouldHaveSingleItem()!;
        ((string?)fault["field"])!.ShouldStartWith("reportTables[");
        ((string?)fault["code"], ((string?)fault["detail"])!.Contains(says, StringComparison.Ordinal)).ShouldBe((code, true));
    }

    private async Task ConfigureAsync(string tables) => (await PutAsync(tables)).ShouldBe(200);

    private Task<Answer> PutAsync(string tables)
    {
        var configuration = OmbudApi.Configuration("drammen");
        configuration["reportTables"] = JsonNode.Parse(tables);
        return api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(configuration), "drammen", null);
    }
}
