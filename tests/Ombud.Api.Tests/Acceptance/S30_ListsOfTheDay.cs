using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Http;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// From 2026-01-01 planning is replaced by building and land use, health has another label and the municipality another name; that is
/// configured ahead. What happened is judged, counted and labelled by the list of its day, however late it is typed or asked for.
/// </summary>
public sealed class S30_ListsOfTheDay(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Of2025 = "from=2025-01-01&to=2025-12-31";
    private const string Of2026 = "from=2026-01-01&to=2026-06-30";

    [Fact]
    public async Task an_inquiry_is_judged_by_its_day_of_receipt()
    {
        await PreparedAsync("s30-1");

        await ReceiveAsync("s30-1", "2025-12-29", "planning");
        await ReceiveAsync("s30-1", "2026-01-02", "building");
        var fault = (await TryAsync("s30-1", "2025-12-29", "building")).ShouldBeProblem(400, "invalid-input").Json["errors"]![0]!;
        ((string?)fault["field"], (string?)fault["list"], (int?)fault["listVersion"]).ShouldBe(("serviceArea", "serviceAreas", 2));
        ((string?)fault["detail"]).ShouldBe(
            "'building' is not in serviceAreas version 2 on 2025-12-29. In force on that day: health, planning."
        );
        (await TryAsync("s30-1", "2026-01-02", "planning")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["serviceArea"]);
    }

    [Fact]
    public async Task an_import_is_judged_by_it_too()
    {
        await PreparedAsync("s30-2");
        const string csv = "number,received_on,service_area,matters,within_mandate,requires_response\n";
        (await api.ImportAsync($"{csv}A-1,2025-12-29,planning,late_or_no_reply,true,true\n", "s30-2")).Faults.ShouldBeEmpty();
        (await api.ImportAsync($"{csv}A-2,2026-01-02,planning,late_or_no_reply,true,true\n", "s30-2"))
            .Faults.ShouldHaveSingleItem()
            .Fault.Code.ShouldBe("unknown_code");
    }

    [Fact]
    public async Task the_report_of_2025_has_its_labels_however_late_it_is_made()
    {
        var before = await PreparedAsync("s30-3");
        await ReceiveAsync("s30-3", "2025-12-29", "planning");
        await ReceiveAsync("s30-3", "2026-01-02", "building");

        var late = await ReportAsync("s30-3", Of2025);
        Areas(late).ShouldBe(["health Helse 0", "planning Plan og bygg 1"]);
        ((string?)late["municipality"]!["name"]).ShouldBe("Drammen kommune");
        late["notes"]!.AsArray().ShouldNotContain(note => ((string)note!["text"]!).Contains("serviceAreas"));
        // As of the moment before it was prepared nothing was counted, and nobody knew what would come.
        Areas(await ReportAsync("s30-3", $"{Of2025}&asOf={before}")).ShouldBe(["health Helse 0", "planning Plan og bygg 0"]);
        Areas(await ReportAsync("s30-3", $"{Of2026}&asOf={before}")).ShouldBe(["health Helse 0", "planning Plan og bygg 0"]);
    }

    [Fact]
    public async Task the_report_of_2026_says_from_which_day_the_list_changed_and_compares_with_what_was_replaced()
    {
        await PreparedAsync("s30-4");
        await ReceiveAsync("s30-4", "2025-03-03", "planning");
        await ReceiveAsync("s30-4", "2025-12-29", "planning");
        await ReceiveAsync("s30-4", "2026-01-02", "building");
        await ReceiveAsync("s30-4", "2026-02-02", "land_use");
        await ReceiveAsync("s30-4", "2026-03-02", "land_use");

        var report = await ReportAsync("s30-4", Of2026);
        Areas(report).ShouldBe(["health Helse og velferd 0", "building Byggesak 1", "land_use Arealbruk 2"]);
        ((string?)report["municipality"]!["name"]).ShouldBe("Nye Drammen kommune");
        report["notes"]!
            .AsArray()
            .Where(note => (string?)note!["on"] == "2026-01-01")
            .Select(note => (string)note!["text"]!)
            .ShouldBe([
                "Kodelisten serviceAreas er en annen fra denne dagen. Nye: Helse og velferd, Byggesak, Arealbruk. "
                    + "Utgåtte: Helse, Plan og bygg.",
                "Kommunen heter Nye Drammen kommune fra denne dagen.",
            ]);
        Replaced(report, "comparison").ShouldBe("byServiceArea building+land_use for planning: 1 3 2 200.0");
        Replaced(report, "periodBefore").ShouldBe("byServiceArea building+land_use for planning: 1 3 2 200.0");
        // Within 2025 nothing was replaced.
        (await ReportAsync("s30-4", Of2025))["comparison"]!
            ["replaced"]
            .ShouldBeNull();

        var table = await api.GetAsync($"/v1/reports/statistics?{Of2026}&table=comparison&language=en", "s30-4", accept: "text/csv");
        Encoding
            .UTF8.GetString(table.ShouldBe(200).Bytes)
            .ShouldContain("byServiceArea[building+land_use],Byggesak + Arealbruk (before: Plan og bygg),1,3,2,200");
    }

    [Fact]
    public async Task small_figures_are_not_given_away_by_what_was_replaced()
    {
        await PreparedAsync("s30-5");
        await ReceiveAsync("s30-5", "2025-03-03", "planning");
        await ReceiveAsync("s30-5", "2026-01-02", "building");
        var report = await ReportAsync("s30-5", $"{Of2026}&minimumCell=5");
        (report["comparison"]!["replaced"], report["periodBefore"]!["replaced"]).ShouldBe((null, null));
    }

    [Fact]
    public async Task an_open_case_of_2025_gets_another_matter_and_keeps_its_area()
    {
        await PreparedAsync("s30-6");
        var address = await ReceiveAsync("s30-6", "2025-12-29", "planning");
        var matters = new[] { "lack_of_information" };
        var kept = await api.DoAsync($"{address}/category", new { serviceArea = "planning", matters }, "s30-6");
        ((string?)kept["serviceArea"], (string?)kept["matters"]![0]).ShouldBe(("planning", "lack_of_information"));
        (await api.PostAsync($"{address}/category", new { serviceArea = "building", matters }, "s30-6"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["serviceArea"]);
    }

    [Fact]
    public async Task a_receipt_is_not_corrected_over_the_day_while_the_category_stands()
    {
        await PreparedAsync("s30-7");
        var address = await ReceiveAsync("s30-7", "2025-12-29", "planning");
        var correction = new { reason = "Misread", receivedOn = "2026-01-02" };
        var refused = (await api.PostAsync($"{address}/correction", correction, "s30-7")).ShouldBeProblem(400, "invalid-input");
        ((string)refused.Json["errors"]![0]!["detail"]!).ShouldContain("Entry 3 (case_categorized, 2025-12-29): 'planning' is not in");

        await api.DoAsync($"{address}/entries/3/withdrawal", new { reason = "Misread" }, "s30-7");
        await api.DoAsync($"{address}/correction", correction, "s30-7");
        await api.DoAsync($"{address}/category", new { serviceArea = "building", matters = new[] { "late_or_no_reply" } }, "s30-7");
        Areas(await ReportAsync("s30-7", Of2026))[1].ShouldBe("building Byggesak 1");
        Areas(await ReportAsync("s30-7", Of2025))[1].ShouldBe("planning Plan og bygg 0");
    }

    [Fact]
    public async Task a_presentation_of_december_to_a_committee_that_was_dropped_in_january_is_recorded()
    {
        await PreparedAsync("s30-8");
        var report = (
            await api.PostAsync(
                "/v1/reports/registrations",
                new
                {
                    publishedOn = "2025-03-01",
                    kind = "annual",
                    from = "2024-01-01",
                    to = "2024-12-31",
                },
                "s30-8"
            )
        ).ShouldBe(201).Header("Location")!;
        var held = new
        {
            body = "school_committee",
            handling = "orientation",
            presentedOn = "2025-12-10",
        };
        (await api.PostAsync($"{report}/presentations", held, "s30-8")).ShouldBe(200);
        (await api.PostAsync($"{report}/presentations", held with { presentedOn = "2026-01-10" }, "s30-8"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["body"]);
    }

    [Fact]
    public async Task a_list_that_contradicts_days_already_recorded_is_refused_with_the_count_of_cases()
    {
        await PutAsync("s30-9", First());
        await ReceiveAsync("s30-9", "2025-12-31", "planning");
        var first = await ReceiveAsync("s30-9", "2026-01-02", "planning");
        var second = await ReceiveAsync("s30-9", "2026-01-05", "planning");

        var refused = (await PutAsync("s30-9", Prepared())).ShouldBeProblem(409, "list-contradicts-recorded-days");
        ((string)refused.Json["detail"]!).ShouldContain(
            "serviceAreas: 'planning' would not be in force on days on which 2 cases have it, the first of 2026-01-02."
        );
        (await api.GetAsync("/v1/municipality", "s30-9")).ShouldBe(200).ETag.ShouldBe("\"1\"");

        // Added first, given to those cases, and ended then.
        var beside = Prepared();
        beside["serviceAreas"]![2]!.AsObject().Remove("inForceTo");
        (await PutAsync("s30-9", beside)).ShouldBe(200);
        foreach (var address in new[] { first, second })
            await api.DoAsync($"{address}/category", new { serviceArea = "building", matters = new[] { "late_or_no_reply" } }, "s30-9");
        (await PutAsync("s30-9", Prepared())).ShouldBe(200);
    }

    [Fact]
    public async Task a_published_report_is_made_again_to_the_byte_whatever_becomes_of_the_lists()
    {
        await PreparedAsync("s30-10");
        await ReceiveAsync("s30-10", "2025-03-03", "planning");
        await ReceiveAsync("s30-10", "2026-01-02", "building");
        var published = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "tertial",
                    from = "2026-01-01",
                    to = "2026-04-30",
                },
                "s30-10"
            )
        ).ShouldBe(201).Header("Location")!;
        var document = (await api.GetAsync(published, "s30-10")).ShouldBe(200).Json;
        ((int)document["report"]!["comparison"]!["replaced"]![0]!["count"]!["before"]!).ShouldBe(1);

        var other = Prepared();
        other["serviceAreas"]![3]!["nb"] = "Bygg";
        other["laterNames"]!.AsArray().Clear();
        (await PutAsync("s30-10", other)).ShouldBe(200);
        ((bool)(await api.GetAsync($"{published}/verification", "s30-10")).ShouldBe(200).Json["equal"]!).ShouldBeTrue();
    }

    /// <summary>Configured with planning, and then with what comes in its place, as of a moment after the answer's.</summary>
    private async Task<string> PreparedAsync(string municipality)
    {
        (await PutAsync(municipality, First())).ShouldBe(200);
        var before = (string)(await ReportAsync(municipality, Of2025))["asOf"]!;
        (await PutAsync(municipality, Prepared())).ShouldBe(200).ETag.ShouldBe("\"2\"");
        var read = await api.GetAsync("/v1/municipality", municipality);
        var again = JsonContent.Create(read.ShouldBe(200).Json);
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", again, municipality, read.ETag)).ShouldBe(200).ETag.ShouldBe("\"2\"");
        return before;
    }

    private Task<Answer> PutAsync(string municipality, JsonObject wanted) =>
        api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), municipality, null);

    private async Task<string> ReceiveAsync(string municipality, string on, string area) =>
        (await TryAsync(municipality, on, area)).ShouldBe(201).Header("Location")!;

    private Task<Answer> TryAsync(string municipality, string on, string area) =>
        api.PostAsync(
            "/v1/cases",
            new
            {
                receivedOn = on,
                withinMandate = true,
                requiresResponse = true,
                serviceArea = area,
                matters = new[] { "late_or_no_reply" },
            },
            municipality
        );

    private async Task<JsonNode> ReportAsync(string municipality, string query) =>
        (await api.GetAsync($"/v1/reports/statistics?{query}", municipality)).ShouldBe(200).Json;

    private static List<string> Areas(JsonNode report) =>
        [
            .. report["tables"]!["byServiceArea"]!["rows"]!
                .AsArray()
                .Select(row => $"{(string?)row!["code"]} {(string?)row["label"]} {(int?)row["count"]}"),
        ];

    private static string Replaced(JsonNode report, string period)
    {
        var (only, count) = (report[period]!["replaced"]!.AsArray().ShouldHaveSingleItem()!, report[period]!["replaced"]![0]!["count"]!);
        return $"{(string?)only["table"]} {Joined(only["codes"]!)} for {Joined(only["before"]!)}: "
            + $"{(int?)count["before"]} {(int?)count["now"]} {(int?)count["difference"]} {(decimal?)count["percent"]:0.0}";
    }

    private static string Joined(JsonNode codes) => string.Join('+', codes.AsArray().Select(code => (string?)code));

    private static JsonObject First()
    {
        var file = OmbudApi.Configuration();
        file.Remove("code");
        file["serviceAreas"] = new JsonArray(Area("health", "Helse"), Area("planning", "Plan og bygg"));
        file["bodies"]!.AsArray().Add((JsonNode)Area("school_committee", "Skoleutvalget"));
        return file;
    }

    private static JsonObject Prepared()
    {
        var file = First();
        file["serviceAreas"] = new JsonArray(
            Area("health", "Helse", to: "2025-12-31"),
            Area("health", "Helse og velferd", from: "2026-01-01"),
            Area("planning", "Plan og bygg", to: "2025-12-31"),
            Area("building", "Byggesak", from: "2026-01-01", replaces: "planning"),
            Area("land_use", "Arealbruk", from: "2026-01-01", replaces: "planning")
        );
        file["bodies"]!.AsArray()[^1]!["inForceTo"] = "2025-12-31";
        file["laterNames"] = new JsonArray(new JsonObject { ["name"] = "Nye Drammen kommune", ["inForceFrom"] = "2026-01-01" });
        return file;
    }

    private static JsonObject Area(string code, string label, string? from = null, string? to = null, string? replaces = null)
    {
        var area = new JsonObject
        {
            ["value"] = code,
            ["nb"] = label,
            ["da"] = label,
            ["en"] = label,
        };
        if (from is not null)
            area["inForceFrom"] = from;
        if (to is not null)
            area["inForceTo"] = to;
        if (replaces is not null)
            area["replaces"] = new JsonArray(replaces);
        return area;
    }
}
