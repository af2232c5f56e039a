using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Reports;

/// <summary>A published report is kept to the byte, and can be made again whatever is recorded afterwards.</summary>
public sealed class PublishingReports(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/cases")).Json["items"]!.AsArray().Count == 0)
            await api.ImportDrammenAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task keeps_the_document_whatever_is_recorded_afterwards()
    {
        var published = await PublishAsync(
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-06-13",
                minimumCell = 3,
                title = "Orientering og status",
                language = "nb",
            }
        );
        var document = (await api.GetAsync(published.Header("Location")!)).ShouldBe(200);
        ((string?)document.Json["title"], (int?)document.Json["report"]!["cases"], document.ETag).ShouldBe(
            ("Orientering og status", 76, $"\"{published.Json["digest"]}\"")
        );

        await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                withinMandate = true,
                requiresResponse = true,
            }
        );
        var id = await api.IdAsync("DR-2023-010");
        await api.DoAsync($"/v1/cases/{id}/voiding", new { reason = "Registered twice" });

        (await api.GetAsync(published.Header("Location")!)).Bytes.ShouldBe(document.Bytes);
        var verification = (await api.GetAsync($"{published.Header("Location")}/verification")).ShouldBe(200).Json;
        var comparison = (await api.GetAsync($"/v1/reports/comparison?reportId={published.Json["id"]}")).ShouldBe(200).Json;
        comparison["differences"]!.AsArray().Select(difference => (string?)difference!["figure"]).ShouldContain("tables.byMonth[2023-05]");
        comparison["entries"]!.AsArray().Select(entry => (string?)entry!["events"]![0]!["type"]).ShouldBe(["case_received", "case_voided"]);
        ((bool?)verification["equal"], (string?)verification["regeneratedDigest"], verification["intruders"]!.AsArray().Count).ShouldBe(
            (true, (string?)published.Json["digest"], 0)
        );
    }

    [Fact]
    public async Task is_had_as_a_page_and_as_tables_made_of_the_kept_document()
    {
        var published = await PublishAsync(
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-03-31",
                minimumCell = 5,
                title = "Første kvartal",
            }
        );
        var page = System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString((await AsAsync(published, "text/html")).Bytes));
        page.ShouldContain("Første kvartal");
        page.ShouldContain((string)(await api.GetAsync(published.Header("Location")!)).Json["report"]!["digest"]!);
        System.Text.Encoding.UTF8.GetString((await AsAsync(published, "text/csv", "?table=by-month")).Bytes).ShouldContain("2023-03");
        (await AsAsync(published, "application/zip")).Bytes[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task closes_history_to_imports()
    {
        await PublishAsync(
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-05-31",
            }
        );
        var result = await api.ImportAsync(
            """{"command":"receive_case","case":"LATE","receivedOn":"2023-05-02","recordedAt":"2023-05-02T12:00:00Z"}"""
        );
        result.Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("closed");
    }

    [Fact]
    public async Task a_second_time_is_refused_and_names_the_first()
    {
        var first = await PublishAsync(
            new
            {
                kind = "tertial",
                from = "2023-01-01",
                to = "2023-04-30",
            }
        );
        var again = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "tertial",
                    from = "2023-01-01",
                    to = "2023-04-30",
                }
            )
        ).ShouldBeProblem(409, "report-already-published");
        ((string)again.Json["detail"]!).ShouldContain(first.Header("Location")!);
    }

    [Fact]
    public async Task a_corrigendum_supersedes_and_never_replaces()
    {
        var first = await PublishAsync(
            new
            {
                kind = "annual",
                from = "2022-01-01",
                to = "2022-12-31",
            }
        );
        var before = (await api.GetAsync(first.Header("Location")!)).Bytes;
        var second = await PublishAsync(
            new
            {
                kind = "annual",
                from = "2022-01-01",
                to = "2022-12-31",
                supersedes = (string)first.Json["id"]!,
                reason = "A table was wrong",
            }
        );
        (await api.GetAsync(first.Header("Location")!)).Bytes.ShouldBe(before);

        var listed = (await api.GetAsync("/v1/reports")).ShouldBe(200).Json["items"]!.AsArray();
        ((string?)One(listed, first)["supersededBy"], (string?)One(listed, second)["supersedes"]).ShouldBe(
            ((string?)second.Json["id"], (string?)first.Json["id"])
        );
        (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "annual",
                    from = "2022-01-01",
                    to = "2022-12-31",
                    supersedes = (string)first.Json["id"]!,
                    reason = "Again",
                }
            )
        ).ShouldBeProblem(409, "report-already-superseded");
        (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2022-01-01",
                    to = "2022-11-30",
                    supersedes = (string)second.Json["id"]!,
                    reason = "Another",
                }
            )
        ).ShouldBeProblem(409, "corrigendum-of-another-report");
    }

    [Fact]
    public async Task a_corrigendum_shows_no_small_difference_to_what_it_corrects()
    {
        await api.RecordAllAsync("ringsted", [.. Enumerable.Range(1, 12).Select(n => Case(n, n <= 6 ? "health" : "transport"))]);
        var first = await PublishAsync(
            new
            {
                kind = "annual",
                from = "2020-08-01",
                to = "2021-07-31",
                minimumCell = 3,
            },
            "ringsted"
        );
        await api.ReceiveAsync(
            new
            {
                receivedOn = "2021-03-02",
                withinMandate = true,
                requiresResponse = true,
                serviceArea = "health",
                matters = new[] { "conduct" },
            },
            "ringsted"
        );
        var second = await PublishAsync(
            new
            {
                kind = "annual",
                from = "2020-08-01",
                to = "2021-07-31",
                minimumCell = 3,
                supersedes = (string)first.Json["id"]!,
                reason = "One was missing",
            },
            "ringsted"
        );

        var report = (await api.GetAsync(second.Header("Location")!, "ringsted")).Json["report"]!;
        report["disclosure"]!["hidden"]!.AsArray().Select(hidden => (string)hidden!).ShouldContain("tables.byServiceArea[health]");
        ((bool?)(await api.GetAsync($"{second.Header("Location")}/verification", "ringsted")).Json["equal"]).ShouldBe(true);
    }

    [Fact]
    public async Task a_corrigendum_by_another_policy_keeps_the_rows_that_were_merged_and_what_was_hidden()
    {
        // By itself, at 5 it would merge two areas more: with both tables the one case of infrastructure about an appeal could be worked
        // out.
        var first = await PublishAsync(
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-06-12",
                minimumCell = 3,
            }
        );
        var second = await PublishAsync(
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-06-12",
                minimumCell = 5,
                supersedes = (string)first.Json["id"]!,
                reason = "Another policy",
            }
        );
        var (before, after) = (await ReportAsync(first), await ReportAsync(second));
        Codes(after).ShouldBe(Codes(before));
        Hidden(before).ShouldContain("tables.areaByMatter[planning_and_building/guidance_appeal]");
        Hidden(before).Except(Hidden(after)).ShouldBeEmpty();
        ((bool?)(await api.GetAsync($"{second.Header("Location")}/verification")).Json["equal"]).ShouldBe(true);

        async Task<JsonNode> ReportAsync(Answer published) =>
            (await api.GetAsync(published.Header("Location")!)).ShouldBe(200).Json["report"]!;
        string?[] Codes(JsonNode report) => [.. report["tables"]!["areaByMatter"]!["rows"]!.AsArray().Select(row => (string?)row!["code"])];
        string[] Hidden(JsonNode report) =>
            [
                .. report["disclosure"]!["hidden"]!
                    .AsArray()
                    .Select(figure => (string)figure!)
                    .Where(figure => figure.StartsWith("tables.areaByMatter[", StringComparison.Ordinal)),
            ];
    }

    [Theory]
    [InlineData("""{"kind":"annual","from":"2023-01-01","to":"2023-11-30"}""", "kind")]
    [InlineData("""{"kind":"status","from":"2023-06-01","to":"2023-05-01"}""", "to")]
    [InlineData("""{"kind":"status","from":"2023-01-01","to":"2023-05-01","cutOff":"2023-06-01"}""", "cutOff")]
    [InlineData("""{"kind":"status","from":"2999-01-01","to":"2999-05-01"}""", "from")]
    [InlineData("""{"kind":"status","from":"2023-01-01","to":"2023-05-01","language":"sv"}""", "language")]
    [InlineData("""{"kind":"status","from":"2023-01-01","to":"2023-05-01","minimumCell":-1}""", "minimumCell")]
    [InlineData(
        """{"kind":"status","from":"2023-01-01","to":"2023-05-01","supersedes":"0197a3c4-5f00-7000-8000-000000000001"}""",
        "reason"
    )]
    [InlineData("""{"kind":"weekly","from":"2023-01-01","to":"2023-05-01"}""", "kind")]
    public async Task bad_input_is_named(string json, string field) =>
        (await api.PostJsonAsync("/v1/reports", json)).ShouldBeProblem(400, "invalid-input").Fields.ShouldContain(field);

    [Theory]
    [InlineData("from=2023-01-01&to=2023-02-01", "asOf")]
    [InlineData("from=2023-01-01&asOf=2023-02-01T00:00:00Z", "to")]
    [InlineData("from=2023-03-01&to=2023-02-01&asOf=2023-02-01T00:00:00Z", "to")]
    [InlineData("from=2023-01-01&to=2023-02-01&asOf=2999-02-01T00:00:00Z", "asOf")]
    [InlineData("from=2023-01-01&to=2023-02-01&asOf=2023-02-01T00:00:00Z&with=2999-02-01T00:00:00Z", "with")]
    [InlineData("reportId=0197a3c4-5f00-7000-8000-000000000001&from=2023-01-01", "from")]
    public async Task a_comparison_names_its_fault(string query, string field) =>
        (await api.GetAsync($"/v1/reports/comparison?{query}")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe([field]);

    [Fact]
    public async Task what_is_owed_next_is_listed()
    {
        var due = (await api.GetAsync("/v1/reports?asOf=2023-06-13T12:00:00Z")).ShouldBe(200).Json["due"]!.AsArray();
        due.Select(report => ((string?)report!["kind"], (string?)report["label"], (bool?)report["overdue"]))
            .ShouldBe([("annual", "2022", true), ("tertial", "T1 2023", true), ("tertial", "T2 2023", false), ("annual", "2023", false)]);
        var ringsted = (await api.GetAsync("/v1/reports?asOf=2021-07-30T12:00:00Z", "ringsted")).Json["due"]!.AsArray();
        ringsted
            .Select(report => ((string?)report!["label"], (string?)report["to"]))
            .ShouldBe([("19/20", "2020-07-31"), ("20/21", "2021-07-31")]);
    }

    [Fact]
    public async Task what_is_not_there_is_not_found() =>
        (await api.GetAsync("/v1/reports/0197a3c4-5f00-7000-8000-000000000001")).ShouldBeProblem(404, "report-not-found");

    private static string Case(int n, string area) =>
        $$"""{"command":"receive_case","case":"R-{{n}}","receivedOn":"2021-02-{{n:00}}","withinMandate":true,"""
        + $$""" "requiresResponse":true,"serviceArea":"{{area}}","matters":["conduct"],"""
        + $$""" "recordedAt":"2021-02-{{n:00}}T12:00:00Z"}""";

    private async Task<Answer> PublishAsync(object report, string municipality = "drammen") =>
        (await api.PostAsync("/v1/reports", report, municipality)).ShouldBe(201);

    private async Task<Answer> AsAsync(Answer published, string mediaType, string query = "") =>
        (await api.GetAsync(published.Header("Location") + query, accept: mediaType)).ShouldBe(200);

    private static JsonNode One(JsonArray listed, Answer published) =>
        listed.Single(item => (string?)item!["id"] == (string?)published.Json["id"])!;
}
