using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>Every event of a recommendation, a measure, a report and a piece of feedback: who, when, and what it changed.</summary>
public sealed class ReadingHistories(RingstedApi api) : IClassFixture<RingstedApi>
{
    [Fact]
    public async Task of_a_recommendation_shows_the_answer_and_no_decision_of_the_council()
    {
        var recommendation = (string)(await api.FollowUpAsync()).Report("18/19")["recommendations"]![1]!["id"]!;
        var history = await api.ReadAsync($"/v1/recommendations/{recommendation}/history");
        ((string?)history["number"], (string?)history["id"]).ShouldBe(("2", recommendation));
        Types(history).ShouldBe(["recommendation_issued", "administration_responded"]);
        Changes(history, 1)["administrationPosition"].ShouldBe(("no_answer", "no_position"));
        Types(await api.ReadAsync($"/v1/recommendations/{recommendation}/history?asOf=2021-02-14T12:00:00Z"))
            .ShouldBe(["recommendation_issued"]);
    }

    [Fact]
    public async Task of_a_measure_shows_every_change_of_its_status_and_window()
    {
        var measure = (string)(await api.FollowUpAsync()).Measure("Projekt \"Sikker Kommunikation\"")["id"]!;
        var history = await api.ReadAsync($"/v1/measures/{measure}/history");
        Types(history)
            .ShouldBe([
                "administration_follow_up_logged",
                "administration_follow_up_logged",
                "administration_follow_up_logged",
                "measure_linked",
            ]);
        history
            .Items("items")
            .Select(entry => (string?)entry["occurredOn"])
            .ShouldBe(["2020-01-15", "2020-04-01", "2020-10-05", "2020-10-05"]);
        Changes(history, 0)["status"].ShouldBe((null, "planned"));
        Changes(history, 1)["status"].ShouldBe(("planned", "postponed"));
        Changes(history, 1).ShouldNotContainKey("window");
        Changes(history, 2)["status"].ShouldBe(("postponed", "rescheduled"));
        Changes(history, 2).ShouldContainKey("window");
        Changes(history, 3).Keys.ShouldBe(["recommendations"]);
        history.Items("items").ShouldAllBe(entry => (string?)entry["by"] == "importer" && entry["headers"]!["import"] != null);
    }

    [Fact]
    public async Task of_a_report_shows_what_the_council_did()
    {
        var report = (string)(await api.FollowUpAsync()).Report("18/19")["id"]!;
        var history = await api.ReadAsync($"/v1/reports/{report}/history");
        Types(history).ShouldBe(["report_registered", "council_decided", "council_request_made"]);
        Changes(history, 1).Keys.ShouldBe(["decisions"]);
    }

    [Fact]
    public async Task of_feedback_shows_who_was_presented_with_it()
    {
        var cases = new List<string>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var address = await api.ReceiveAsync(new { receivedOn = "2020-03-06" }, RingstedApi.Ringsted);
            await api.DoAsync($"{address}/handling-reviews", new { }, RingstedApi.Ringsted);
            cases.Add(address.Split('/')[^1]);
        }
        var feedback = await api.MakeAsync("/v1/feedback", new { text = "Letters are answered late", cases = cases[..2] });
        foreach (
            var (path, body) in new (string, object)[]
            {
                ("draft", new { text = "Letters are answered too late" }),
                ("basis-cases", new { cases = cases[1..] }),
                ("administration-presentation", new { unit = "job_centre" }),
                ("presentations", new { body = "by" }),
            }
        )
            (await api.PostAsync($"/v1/feedback/{feedback}/{path}", body, RingstedApi.Ringsted)).ShouldBe(200);
        var history = await api.ReadAsync($"/v1/feedback/{feedback}/history");
        Types(history)
            .ShouldBe([
                "feedback_drafted",
                "feedback_redrafted",
                "basis_case_attached",
                "presented_to_administration",
                "feedback_presented",
            ]);
        Changes(history, 1)["text"].ShouldBe(("Letters are answered late", "Letters are answered too late"));
        history["items"]![2]!["data"]!["cases"]!.AsArray().Select(each => (string?)each).ShouldBe([cases[2]]);
        (await api.GetAsync($"/v1/feedback/{feedback}/history", "drammen")).ShouldBeProblem(404, "feedback-not-found");
    }

    private static IEnumerable<string> Types(JsonNode history) => history.Items("items").Select(entry => (string)entry["type"]!);

    private static Dictionary<string, (string? Before, string? After)> Changes(JsonNode history, int entry) =>
        history["items"]![entry]!
            .Items("changes")
            .ToDictionary(change => (string)change["field"]!, change => (change["before"]?.ToString(), change["after"]?.ToString()));
}
