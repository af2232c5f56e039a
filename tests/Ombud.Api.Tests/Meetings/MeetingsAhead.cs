using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Deadlines;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Meetings;

/// <summary>
/// Ringsted plans in January 2021 to put the report 19/20 before the council in March. It is a plan until the presentation is on record.
/// </summary>
public sealed class MeetingsAhead(RingstedApi api) : IClassFixture<RingstedApi>
{
    private static readonly string[] Story =
    [
        Line(
            "plan_meeting",
            "01-11",
            """ "meeting":"march","report":"19/20","meetingOn":"2021-03-08","body":"by","handling":"orientation","note":"Pkt. 7" """
        ),
        Line(
            "plan_meeting",
            "01-12",
            """ "meeting":"half-year","kind":"half_year","from":"2020-08-01","to":"2021-01-31","meetingOn":"2021-04-12","body":"oek" """
        ),
        Line("move_meeting", "03-01", """ "meeting":"march","meetingOn":"2021-03-15","reason":"Dagsordenen var fuld" """),
        Line("cancel_meeting", "03-02", """ "meeting":"half-year","reason":"Behandles senere" """),
        Line("present_report", "03-20", """ "report":"19/20","body":"by","handling":"orientation","presentedOn":"2021-03-15" """),
    ];

    [Theory]
    [InlineData("2021-01-10", null, null)]
    [InlineData("2021-01-11", "2021-03-08 ahead", null)]
    [InlineData("2021-01-12", "2021-03-08 ahead", "2021-04-12 ahead")]
    // Moved on that day.
    [InlineData("2021-03-01", "2021-03-15 ahead", "2021-04-12 ahead")]
    [InlineData("2021-03-15", "2021-03-15 ahead", "2021-04-12 cancelled")]
    // Its day has passed, and nobody has said yet that it was held.
    [InlineData("2021-03-19", "2021-03-15 passed", "2021-04-12 cancelled")]
    [InlineData("2021-03-20", "2021-03-15 held", "2021-04-12 cancelled")]
    public async Task are_as_was_known_on_each_day(string day, string? first, string? second)
    {
        await TellAsync();
        var followUp = await api.FollowUpAsync(day);
        Said(followUp["meetings"]!).ShouldBe(new[] { first, second }.OfType<string>());
        Said((await api.ReadAsync($"/v1/meetings?asOf={day}T12:00:00Z"))["items"]!).ShouldBe(new[] { first, second }.OfType<string>());
        Said(new JsonArray([.. Meetings(followUp, "dueNext")]))
            .ShouldBe(new[] { first, second }.OfType<string>().Where(each => each.Split(' ')[1] is "ahead" or "passed"));
    }

    [Fact]
    public async Task are_never_counted_as_held_nor_as_presentations()
    {
        await TellAsync();
        (await api.FollowUpAsync("2021-03-19")).Report("19/20").Items("presentations").ShouldBeEmpty();
        (await api.FollowUpAsync("2021-03-20")).Report("19/20").Items("presentations").Count().ShouldBe(1);
        (await api.ReadAsync("/v1/meetings?asOf=2021-03-19T12:00:00Z&state=held"))["items"]!.AsArray().ShouldBeEmpty();
        var plain = await api.FollowUpAsync("2021-01-10");
        JsonNode.DeepEquals((await api.FollowUpAsync("2021-01-20"))["counts"], plain["counts"]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("nb", "Byråd: Årsrapport 19/20 skal legges frem til orientering", "4 dager siden, ikke registrert som holdt")]
    [InlineData("da", "Byråd: Årsberetning 19/20 skal forelægges til orientering", "4 dage siden, ikke registreret som afholdt")]
    [InlineData("en", "Annual report 19/20 is to be presented for information", "4 days ago, not on record as held")]
    public async Task stand_on_the_pages_with_what_falls_due_and_say_so_where_their_day_has_passed(
        string language,
        string what,
        string passed
    )
    {
        await TellAsync();
        foreach (var page in new[] { "follow-up", "reports" })
        {
            var before = await PageAsync(page, $"asOf=2021-03-02T12:00&language={language}");
            before.ShouldContain(what);
            before.ShouldContain("Pkt. 7");
            before.ShouldNotContain(passed);
            (await PageAsync(page, $"asOf=2021-03-19T12:00&language={language}")).ShouldContain(passed);
            (await PageAsync(page, $"asOf=2021-03-21T12:00&language={language}")).ShouldNotContain(what);
        }
    }

    [Fact]
    public async Task stand_in_the_list_of_reports_and_follow_a_filter()
    {
        await TellAsync();
        Said((await api.ReadAsync("/v1/reports?asOf=2021-03-01T12:00:00Z"))["meetings"]!)
            .ShouldBe(["2021-03-15 ahead", "2021-04-12 ahead"]);
        Said((await api.FollowUpAsync("2021-03-01", "&report=19/20"))["meetings"]!).ShouldBe(["2021-03-15 ahead"]);
        Said((await api.FollowUpAsync("2021-03-01", "&report=18/19"))["meetings"]!).ShouldBeEmpty();
        Said((await api.ReadAsync("/v1/meetings?asOf=2021-03-01T12:00:00Z&body=oek"))["items"]!).ShouldBe(["2021-04-12 ahead"]);
        (await api.GetAsync("/v1/meetings?body=parliament", RingstedApi.Ringsted)).Faults().ShouldBe([("body", "unknown_code")]);
        var line = (await api.FollowUpAsync("2021-03-01")).Items("meetings").Last();
        ((string?)line["reportLabel"], (string?)line["kind"], (string?)line["bodyLabel"]).ShouldBe(
            ("H1 20/21", "half_year", "Økonomiudvalg")
        );
    }

    [Fact]
    public async Task about_a_report_still_to_come_are_held_when_it_is_presented_and_not_when_it_is_published()
    {
        const string Period = """ "kind":"half_year","from":"2015-08-01","to":"2016-01-31" """;
        var meeting = await api.MakeAsync("/v1/meetings", Plan(new { meetingOn = "2016-03-01", plannedOn = "2016-01-10" }, Period));
        (await StateAsync(meeting)).ShouldBe("passed");
        var report = await api.MakeAsync("/v1/reports/registrations", Plan(new { publishedOn = "2016-02-10" }, Period));
        (await StateAsync(meeting)).ShouldBe("passed");
        // To another body, then on another day, then as it was planned.
        await PresentAsync(report, "oek", "2016-03-01");
        await PresentAsync(report, "by", "2016-03-02");
        (await StateAsync(meeting)).ShouldBe("passed");
        await PresentAsync(report, "by", "2016-03-01");
        (await StateAsync(meeting)).ShouldBe("held");
        // The presentation was recorded wrongly: then the meeting was not held.
        (await api.PostAsync($"/v1/reports/{report}/entries/4/withdrawal", new { reason = "Mistyped" }, RingstedApi.Ringsted)).ShouldBe(
            200
        );
        (await StateAsync(meeting)).ShouldBe("passed");
    }

    [Fact]
    public async Task about_feedback_are_held_when_the_body_is_presented_with_it()
    {
        var @case = (await api.ReceiveAsync(new { receivedOn = "2020-03-06" }, RingstedApi.Ringsted)).Split('/')[^1];
        await api.DoAsync($"/v1/cases/{@case}/handling-reviews", new { reviewedOn = "2020-03-07" }, RingstedApi.Ringsted);
        var feedback = await api.MakeAsync(
            "/v1/feedback",
            new
            {
                text = "Many wait long.",
                cases = new[] { @case },
                extraordinary = "The same for all",
                draftedOn = "2020-03-08",
            }
        );
        var meeting = await api.MakeAsync(
            "/v1/meetings",
            new
            {
                meetingOn = "2020-04-06",
                plannedOn = "2020-03-09",
                body = "by",
                feedbackId = feedback,
            }
        );
        await api.DoAsync($"/v1/feedback/{feedback}/administration-presentation", new { presentedOn = "2020-03-10" }, RingstedApi.Ringsted);
        (await StateAsync(meeting)).ShouldBe("passed");
        (await PageAsync("follow-up", "language=en")).ShouldContain("feedback is to be presented");
        await api.DoAsync($"/v1/feedback/{feedback}/presentations", new { body = "by", presentedOn = "2020-04-06" }, RingstedApi.Ringsted);
        (await StateAsync(meeting)).ShouldBe("held");
    }

    [Fact]
    public async Task are_mended_by_withdrawing_or_replacing_an_entry()
    {
        var report = (string)(await api.FollowUpAsync()).Report("18/19")["id"]!;
        var meeting = await api.MakeAsync(
            "/v1/meetings",
            new
            {
                meetingOn = "2020-04-06",
                plannedOn = "2020-03-09",
                body = "by",
                reportId = report,
            }
        );
        await DoAsync(meeting, "cancellation", new { reason = "No need" });
        (await api.PostAsync($"/v1/meetings/{meeting}/moving", new { meetingOn = "2099-05-04" }, RingstedApi.Ringsted)).ShouldBeProblem(
            409,
            "meeting-is-cancelled"
        );
        await DoAsync(meeting, "entries/2/withdrawal", new { reason = "It takes place" });
        await DoAsync(meeting, "moving", new { meetingOn = "2099-05-04", movedOn = "2020-04-01" });
        await DoAsync(
            meeting,
            "entries/4/withdrawal",
            new { reason = "Wrong day", replacement = new { meetingOn = "2099-05-11", movedOn = "2020-04-02" } }
        );
        await DoAsync(
            meeting,
            "entries/1/withdrawal",
            new
            {
                reason = "Wrong body",
                replacement = new
                {
                    meetingOn = "2020-04-06",
                    plannedOn = "2020-03-09",
                    body = "oek",
                    reportId = report,
                },
            }
        );
        var line = (await api.ReadAsync("/v1/meetings"))["items"]!.AsArray().Single(each => (string?)each!["id"] == meeting)!;
        ((string?)line["body"], (string?)line["meetingOn"], (string?)line["state"]).ShouldBe(("oek", "2099-05-11", "ahead"));
        (await api.PostAsync($"/v1/meetings/{meeting}/entries/1/withdrawal", new { reason = "No" }, RingstedApi.Ringsted)).ShouldBe(200);
        (await api.ReadAsync($"/v1/meetings/{meeting}/history"))["items"]!
            .AsArray()
            .Select(each => (string?)each!["type"])
            .ShouldBe([
                "meeting_planned",
                "meeting_cancelled",
                "entry_withdrawn",
                "meeting_moved",
                "entry_withdrawn",
                "meeting_moved",
                "entry_withdrawn",
                "meeting_planned",
            ]);
    }

    [Fact]
    public async Task are_what_the_refusal_of_a_presentation_to_come_names()
    {
        var report = (string)(await api.FollowUpAsync()).Report("18/19")["id"]!;
        var refused = await api.PostAsync(
            $"/v1/reports/{report}/presentations",
            new
            {
                body = "by",
                handling = "decision",
                presentedOn = "2099-03-01",
            },
            RingstedApi.Ringsted
        );
        refused.Faults().ShouldBe([("presentedOn", "in_the_future")]);
        ((string)refused.Json["errors"]![0]!["detail"]!).ShouldEndWith("What is still to come is planned: POST /v1/meetings.");
    }

    /// <param name="day">The day in 2021 on which it became known.</param>
    private static string Line(string command, string day, string rest) =>
        $$"""{"command":"{{command}}","recordedAt":"2021-{{day}}T10:00:00Z",{{rest}}}""";

    private async Task TellAsync() => (await api.ImportAsync(string.Join('\n', Story), RingstedApi.Ringsted)).Faults.ShouldBeEmpty();

    private static IEnumerable<JsonNode> Meetings(JsonNode followUp, string list) =>
        followUp.Items(list).Select(each => each["meeting"]).OfType<JsonNode>().Select(each => each.DeepClone());

    private static IEnumerable<string> Said(JsonNode lines) =>
        lines
            .AsArray()
            // What other tests plan has no name of this story.
            .Where(each => (string?)each!["meetingOn"] is "2021-03-08" or "2021-03-15" or "2021-04-12")
            .Select(each => $"{each!["meetingOn"]} {each["state"]}");

    private async Task<string?> StateAsync(string meeting) =>
        (string?)
            (await api.ReadAsync("/v1/meetings?limit=200"))["items"]!.AsArray().Single(each => (string?)each!["id"] == meeting)!["state"];

    private Task PresentAsync(string report, string body, string day) =>
        api.DoAsync(
            $"/v1/reports/{report}/presentations",
            new
            {
                body,
                handling = "orientation",
                presentedOn = day,
            },
            RingstedApi.Ringsted
        );

    private Task DoAsync(string meeting, string path, object body) =>
        api.DoAsync($"/v1/meetings/{meeting}/{path}", body, RingstedApi.Ringsted);

    private async Task<string> PageAsync(string page, string query) =>
        ThePage.Text(
            Encoding.UTF8.GetString((await api.GetAsync($"/{page}?municipality={RingstedApi.Ringsted}&{query}")).ShouldBe(200).Bytes)
        );

    private static JsonObject Plan(object rest, string period)
    {
        var body = JsonNode.Parse($"{{{period}}}")!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(rest)!.AsObject().ToList())
            body[name] = value!.DeepClone();
        if (body.ContainsKey("meetingOn"))
            body["body"] = "by";
        return body;
    }
}
