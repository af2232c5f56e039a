using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Municipalities;

public sealed class ConfiguringAMunicipality(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task gives_a_changed_list_a_new_version_and_keeps_old_codes_readable()
    {
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-03-06",
                withinMandate = true,
                requiresResponse = true,
                serviceArea = "transport",
            }
        );
        var before = (string)(await api.GetAsync($"{address}/history")).Json["items"]!.AsArray()[^1]!["recordedAt"]!;
        var wanted = Drammen();
        wanted["serviceAreas"]!.AsArray().Remove(wanted["serviceAreas"]!.AsArray().Single(code => (string)code!["value"]! == "transport"));
        wanted["serviceAreas"]![0]!["nb"] = "Helse og velferd";

        var changed = (await PutAsync(wanted)).ShouldBe(200);
        (
            (int)changed.Json["lists"]!["serviceAreas"]!["version"]!,
            (int)changed.Json["lists"]!["matters"]!["version"]!,
            changed.ETag
        ).ShouldBe((2, 1, "\"2\""));
        (await PutAsync(wanted)).ShouldBe(200).ETag.ShouldBe("\"2\"");

        // No new case takes the retired code; an old one still shows its label, and an old report the old labels.
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-07", serviceArea = "transport" })).ShouldBeProblem(
            400,
            "invalid-input"
        );
        (await LabelsAsync("2023-12-31", null)).ShouldBe(("Helse og velferd", "Samferdsel"));
        (await LabelsAsync("2023-12-31", before)).ShouldBe(("Helse", "Samferdsel"));
    }

    [Fact]
    public async Task names_every_fault()
    {
        var wanted = Drammen();
        (wanted["country"], wanted["timeZone"], wanted["reportingYearStart"]) = ("SE", "Europe/Nowhere", "13-40");
        wanted["channels"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["value"] = "phone",
                    ["nb"] = "Telefon",
                    ["da"] = "Telefon",
                    ["en"] = " ",
                }
            );
        (await PutAsync(wanted))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["country", "timeZone", "reportingYearStart", "channels[7]", "channels[7]"], ignoreOrder: true);
    }

    private Task<Answer> PutAsync(JsonNode wanted) =>
        api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), "drammen", null);

    private async Task<(string First, string Last)> LabelsAsync(string to, string? asOf)
    {
        var report = (await api.GetAsync($"/v1/reports/statistics?from=2023-01-01&to={to}{(asOf is null ? "" : $"&asOf={asOf}")}"))
            .ShouldBe(200)
            .Json;
        var rows = report["tables"]!["byServiceArea"]!["rows"]!.AsArray();
        return ((string)rows[0]!["label"]!, (string)rows.Single(row => (string)row!["code"]! == "transport")!["label"]!);
    }

    private static JsonObject Drammen()
    {
        var file = OmbudApi.Configuration();
        file.Remove("code");
        return file;
    }
}
