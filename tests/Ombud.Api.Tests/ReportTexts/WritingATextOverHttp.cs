using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Events;
using static Ombud.Api.Tests.ReportTexts.TheText;

namespace Ombud.Api.Tests.ReportTexts;

/// <summary>What an office writes in a report is a draft with versions until it is published.</summary>
public sealed class WritingATextOverHttp(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task keeps_every_version_and_tells_who_changed_what()
    {
        var text = await api.BeginAsync("2021-01-01", "2021-06-30");
        await api.WriteAsync(text, Introduction("Våren var *rolig*."));
        await api.WriteAsync(text, Introduction("Våren var *travel*."));
        var written = await api.WriteAsync(text, Comment("by-month", "Flest kom i april."));
        ((int?)written["version"], (string?)written["introduction"], (string?)written["language"]).ShouldBe(
            (4, "Våren var *travel*.", "nb")
        );
        written["comments"]!.ToJsonString().ShouldBe("""[{"table":"by-month","markdown":"Flest kom i april."}]""");

        var earlier = (await api.GetAsync($"{text}?version=2")).ShouldBe(200);
        ((string?)earlier.Json["introduction"], earlier.ETag).ShouldBe(("Våren var *rolig*.", "\"2\""));
        var history = (await api.GetAsync($"{text}/history")).ShouldBe(200).Json["items"]!.AsArray();
        history
            .Select(each => (string?)each!["type"])
            .ShouldBe(["report_text_begun", "report_text_written", "report_text_written", "report_text_written"]);
        ((string?)history[2]!["changes"]![0]!["before"]).ShouldBe("Våren var *rolig*.");
        ((string?)history[0]!["stream"]!["href"]).ShouldBe($"{text}/history");
        Encoding
            .UTF8.GetString((await api.GetAsync($"{text}/history", accept: "text/csv")).ShouldBe(200).Bytes)
            .ShouldContain("report_text_written");
    }

    [Fact]
    public async Task is_held_to_the_version_that_was_read_and_to_the_key_of_a_request()
    {
        var text = await api.BeginAsync("2021-07-01", "2021-12-31");
        (await api.PostAsync($"{text}/sections", Introduction("Én"), ifMatch: "\"1\"")).ShouldBe(200);
        (await api.PostAsync($"{text}/sections", Introduction("To"), ifMatch: "\"1\"")).ShouldBeProblem(412, "version-mismatch");
        (await api.PostAsync($"{text}/removals", new { section = "introduction" }, ifMatch: "\"2\"")).ShouldBe(200);
        (await api.PostAsync($"{text}/removals", new { section = "introduction" })).ShouldBeProblem(404, "report-text-section-not-found");
        for (var sent = 0; sent < 2; sent++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{text}/sections")
            {
                Content = new StringContent(
                    """{"section":"finding","heading":"Sent","markdown":"Svar kommer sent."}""",
                    Encoding.UTF8,
                    "application/json"
                ),
                Headers = { { "Idempotency-Key", "\"a-finding\"" }, { "Ombud-Municipality", "drammen" } },
            };
            using var answer = await api.Http.SendAsync(request, OmbudApi.Cancel);
            var found = JsonNode.Parse(await answer.Content.ReadAsStringAsync(OmbudApi.Cancel))!;
            ((int?)found["version"], found["findings"]!.AsArray().Count).ShouldBe((4, 1));
        }
    }

    [Fact]
    public async Task lets_an_entry_be_replaced_or_taken_back()
    {
        var text = await api.BeginAsync("2020-01-01", "2020-06-30");
        var id = (string)(await api.WriteAsync(text, Finding("Sent", "Svar kommer sent.")))["findings"]![0]!["id"]!;
        await api.WriteAsync(text, Introduction("Året"));
        var replaced = (
            await api.PostAsync(
                $"{text}/entries/2/withdrawal",
                new { reason = "The wrong word", replacement = Finding("Taust", "Svar kommer ikke.") }
            )
        )
            .ShouldBe(200)
            .Json;
        // It is the same finding still.
        ((string?)replaced["findings"]![0]!["id"], (string?)replaced["findings"]![0]!["heading"]).ShouldBe((id, "Taust"));
        var without = (await api.PostAsync($"{text}/entries/3/withdrawal", new { reason = "Too early" })).ShouldBe(200).Json;
        without["introduction"].ShouldBeNull();
        (await api.PostAsync($"{text}/entries/1/withdrawal", new { reason = "The wrong period" })).ShouldBeProblem(
            409,
            "beginning-cannot-be-withdrawn"
        );
        (
            await api.PostAsync(
                $"{text}/entries/1/withdrawal",
                new
                {
                    reason = "The wrong period",
                    replacement = new
                    {
                        kind = "status",
                        from = "2020-01-01",
                        to = "2020-05-31",
                    },
                }
            )
        ).ShouldBe(200);
    }

    [Fact]
    public async Task names_what_is_wrong_with_its_place()
    {
        var text = await api.BeginAsync("2020-07-01", "2020-12-31");
        await api.ReceiveAsync(new { receivedOn = "2020-08-03", number = "DR-2020-777" });
        var refused = await api.PostAsync(
            $"{text}/sections",
            Finding("Sak DR-2020-777", "Se sak DR-2020-777.\n\n<b>Sent</b> [her](javascript:alert(1))")
        );
        refused
            .Wrong()
            .ShouldBe(
                [("markdown", "raw_html"), ("markdown", "link"), ("markdown", "case_number"), ("heading", "case_number")],
                ignoreOrder: true
            );
        var errors = refused.Json["errors"]!.AsArray();
        ((string?)errors.First(error => (string?)error!["code"] == "link")!["detail"])!.ShouldStartWith("Line 3, column 13: ");
        var unknown = await api.PostAsync($"{text}/sections", Comment("by-moon", "Ord"));
        unknown.Wrong().ShouldBe([("table", "unknown_table")]);
        ((string?)unknown.Json["errors"]![0]!["detail"])!.ShouldContain("by-month");
        (await api.PostAsync($"{text}/sections", Comment("about", "Ord"))).Wrong().ShouldBe([("table", "unknown_table")]);
    }

    [Fact]
    public async Task is_one_text_for_a_kind_a_period_and_a_language()
    {
        await api.BeginAsync("2019-01-01", "2019-06-30");
        (
            await api.PostAsync(
                "/v1/report-texts",
                new
                {
                    kind = "status",
                    from = "2019-01-01",
                    to = "2019-06-30",
                }
            )
        ).ShouldBeProblem(409, "report-text-already-begun");
        await api.BeginAsync("2019-01-01", "2019-06-30", "en");
        var listed = (await api.GetAsync("/v1/report-texts?kind=status")).ShouldBe(200).Json["items"]!.AsArray();
        listed.Where(each => (string?)each!["from"] == "2019-01-01").Select(each => (string?)each!["language"]).ShouldBe(["en", "nb"]);
        (await api.GetAsync("/v1/report-texts?kind=annual")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task is_heard_of_without_what_is_written()
    {
        var text = await api.BeginAsync("2018-01-01", "2018-06-30");
        await api.WriteAsync(text, Introduction("Ingen skal høre dette ennå."));
        var feed = new FeedReader(api);
        await feed.CatchUpAsync();
        await api.WriteAsync(text, Introduction("Ingen skal høre dette heller."));
        var heard = (await feed.ReadAsync(1)).Single();
        ((string?)heard["type"])!.ShouldContain("report_text_written");
        ((string?)heard["subject"]).ShouldBe(Id(text));
        ((string?)heard["dataref"]).ShouldBe(text);
        heard.ToJsonString().ShouldNotContain("Ingen skal");
    }

    [Fact]
    public async Task comes_in_an_import_too()
    {
        await api.RecordAllAsync(
            "drammen",
            """{"command":"begin_report_text","text":"vår","kind":"status","from":"2017-01-01","to":"2017-06-30"}""",
            """{"command":"write_report_text","text":"vår","section":"introduction","markdown":"Våren."}""",
            """{"command":"write_report_text","text":"vår","section":"finding","findingId":"sent","heading":"Sent","markdown":"Svar."}""",
            """{"command":"remove_report_text","text":"vår","section":"finding","findingId":"sent"}"""
        );
        var line = (await api.GetAsync("/v1/report-texts")).Json["items"]!.AsArray().First(each => (string?)each!["from"] == "2017-01-01")!;
        ((bool?)line["hasIntroduction"], (int?)line["findings"]).ShouldBe((true, 0));
        (await api.ImportAsync("""{"command":"begin_report_text","text":"igjen","kind":"status","from":"2017-01-01","to":"2017-06-30"}"""))
            .Faults.Single()
            .Fault.Code.ShouldBe("report-text-already-begun");
        (await api.ImportAsync("""{"command":"write_report_text","text":"vår","section":"introduction","markdown":"<b>Våren</b>"}"""))
            .Faults.Single()
            .Fault.Code.ShouldBe("raw_html");
    }
}
