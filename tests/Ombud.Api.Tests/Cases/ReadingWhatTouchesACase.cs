using System.Text.Json.Nodes;
using Npgsql;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Cases;

/// <summary>Recommendations, measures and decisions stand in the history of the case that they rest on.</summary>
public sealed class ReadingWhatTouchesACase(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task is_in_order_of_recording_whatever_it_happened_to()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var entries = await story.EntriesAsync();
        AFollowedUpCase.Said(entries).ShouldBe(AFollowedUpCase.Events);
        entries.Select(entry => (string)entry["recordedAt"]!).ShouldBeInOrder();
        // Each counts in its own history.
        entries.Select(entry => (int)entry["version"]!).ShouldBe([1, 2, 1, 3, 1, 2, 3, 2, 2, 4]);
    }

    [Fact]
    public async Task names_what_each_event_happened_to_with_the_address_of_its_own_history()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var subjects = (await story.EntriesAsync())
            .Select(entry => entry["stream"]!)
            .DistinctBy(subject => (string)subject["id"]!)
            .ToDictionary(subject => (string)subject["kind"]!);
        subjects
            .ToDictionary(each => each.Key, each => ((string?)each.Value["id"], (string?)each.Value["title"]))
            .ShouldBe(
                new Dictionary<string, (string?, string?)>
                {
                    ["case"] = (story.Id, null),
                    ["recommendation"] = (story.Recommendation, "1. Answer every letter"),
                    ["measure"] = (story.Measure, "A desk for letters"),
                    ["report"] = (story.Report, "On letters"),
                },
                ignoreOrder: true
            );
        foreach (var subject in subjects.Values)
            (await api.GetAsync((string)subject["href"]!)).ShouldBe(200);
    }

    [Fact]
    public async Task says_what_it_changed_and_has_its_own_seal()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var entries = await story.EntriesAsync();
        var logged = entries.Last(entry => (string?)entry["stream"]!["kind"] == "measure");
        logged.Items("changes").Select(change => (string?)change["field"]).ShouldContain("status");
        var alone = (await api.ReadAsync($"/v1/measures/{story.Measure}/history", "drammen")).Items("items").ToList();
        var title = logged["stream"]!.AsObject().Remove("title");
        (title, JsonNode.DeepEquals(logged, alone[1])).ShouldBe((true, true), "but for the title, an event is the same in both histories");
        ((string?)logged["seal"]!["previous"]).ShouldBe((string)alone[0]["seal"]!["hash"]!);
        entries[0]["seal"]!.AsObject().ContainsKey("previous").ShouldBeFalse();
        entries.ShouldAllBe(entry => (string)entry["seal"]!["hash"]! == (string)entry["headers"]!["hash"]!);
    }

    [Fact]
    public async Task is_by_the_day_it_happened_where_that_is_asked_for()
    {
        var entries = await (await AFollowedUpCase.OfAsync(api)).EntriesAsync("?order=occurred");
        var days = entries.Select(entry => (string)entry["occurredOn"]!).ToList();
        days.ShouldBe(days.Order(StringComparer.Ordinal));
        AFollowedUpCase
            .Said(entries)
            .Take(6)
            .ShouldBe([
                "case case_received",
                "case case_assessed",
                "recommendation recommendation_issued",
                "case recommendation_linked",
                "report report_presented",
                "report council_decided",
            ]);
    }

    [Fact]
    public async Task stops_at_every_moment_at_what_was_on_record_then()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var all = await story.EntriesAsync();
        foreach (var moment in all.Select(entry => (string)entry["recordedAt"]!).Distinct())
            AFollowedUpCase
                .Said(await story.EntriesAsync($"?asOf={moment}"))
                .ShouldBe(AFollowedUpCase.Said(all.Where(entry => string.CompareOrdinal((string)entry["recordedAt"]!, moment) <= 0)));
    }

    [Fact]
    public async Task stops_at_a_version_of_the_case_at_what_was_on_record_when_it_was_reached()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        AFollowedUpCase.Said(await story.EntriesAsync("?version=2")).ShouldBe(AFollowedUpCase.Events[..2]);
        AFollowedUpCase.Said(await story.EntriesAsync("?version=3")).ShouldBe(AFollowedUpCase.Events[..4]);
        AFollowedUpCase.Said(await story.EntriesAsync("?version=4")).ShouldBe(AFollowedUpCase.Events);
    }

    [Fact]
    public async Task is_no_decision_on_other_recommendations_of_the_report()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        await api.MakeAsync(
            "/v1/recommendations",
            new
            {
                text = "Answer the telephone",
                reportId = story.Report,
                number = "2",
            },
            "drammen"
        );
        foreach (var number in new[] { "2", "1" })
            (
                await api.PostAsync(
                    $"/v1/reports/{story.Report}/decisions",
                    new
                    {
                        body = "executive_committee",
                        position = "postponed",
                        recommendations = new[] { number },
                    }
                )
            ).ShouldBe(200);
        var decisions = (await story.EntriesAsync()).Where(entry => (string?)entry["type"] == "council_decided").ToList();
        decisions.Select(entry => entry["data"]!.Texts("recommendations").SingleOrDefault()).ShouldBe([null, "1"]);
    }

    [Fact]
    public async Task ends_for_a_measure_with_the_link_that_was_taken_back()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var other = await api.RecommendAsync("drammen");
        foreach (
            var (path, body) in new (string, object)[]
            {
                ("links", new { recommendations = new[] { other } }),
                ("unlinking", new { recommendationId = story.Recommendation, reason = "It is about something else" }),
                ("log", new { status = "completed", completedOn = "2023-03-22" }),
            }
        )
            (await api.PostAsync($"/v1/measures/{story.Measure}/{path}", body)).ShouldBe(200);
        (await story.EntriesAsync())
            .Where(entry => (string?)entry["stream"]!["kind"] == "measure")
            .Select(entry => (string?)entry["type"])
            .ShouldBe(["administration_follow_up_logged", "administration_follow_up_logged", "measure_linked", "measure_unlinked"]);
    }

    [Fact]
    public async Task is_not_shown_in_the_histories_of_other_things()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var alone = await api.ReadAsync($"/v1/recommendations/{story.Recommendation}/history", "drammen");
        AFollowedUpCase
            .Said(alone.Items("items"))
            .ShouldBe(["recommendation recommendation_issued", "recommendation recommendation_assessed"]);
    }

    [Fact]
    public async Task is_not_given_to_another_municipality()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        (await api.GetAsync($"/v1/cases/{story.Id}/history", "ringsted")).ShouldBeProblem(404, "case-not-found");
    }

    [Fact]
    public async Task is_told_with_whom_it_was_recorded_for()
    {
        var id = (await api.ReceivedAsync()).Split('/')[^1];
        await using (
            var command = api.Database.CreateCommand(
                "update ombud.mt_events set headers = headers || '{\"onBehalfOf\":\"the ombud\"}' where "
                    + "tenant_id = 'drammen' and stream_id = $1 and version = 1"
            )
        )
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(id) });
            (await command.ExecuteNonQueryAsync(OmbudApi.Cancel)).ShouldBe(1);
        }
        var entries = (await api.ReadAsync($"/v1/cases/{id}/history", "drammen")).Items("items").ToList();
        entries.Select(entry => (string?)entry["onBehalfOf"]).ShouldBe(["the ombud", null, null]);
    }
}
