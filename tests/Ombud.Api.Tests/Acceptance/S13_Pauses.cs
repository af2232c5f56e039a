using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Forvaltningslovforskriften § 39: a deadline that stands still is longer by as many days, counted from the raw date; then the
/// calendar applies. Twelve weeks from 9 January 2023 are 3 April; ten days more are Thursday 13 April, after Easter.
/// </summary>
public sealed class S13_Pauses(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string RequestId = "5a13c0de-0000-4000-8000-000000000013";
    private string _id = "";

    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/cases?number=S13")).Json["items"]!.AsArray().Count == 0)
            await api.RecordAllAsync(
                "drammen",
                [
                    .. Deadlines.Request(
                        "S13",
                        RequestId,
                        "2023-01-09",
                        "\"unit\":\"building_office\",\"rules\":[\"NO.pbl.21-7.building-application\"]"
                    ),
                    $$"""{"command":"suspend_deadline","case":"S13","requestId":"{{RequestId}}","""
                        + """ "reason":"awaiting_other_body","suspendedOn":"2023-03-10","""
                        + """ "recordedAt":"2023-03-10T12:00:00Z"}""",
                    $$"""{"command":"resume_deadline","case":"S13","requestId":"{{RequestId}}","""
                        + """ "resumedOn":"2023-03-20","recordedAt":"2023-03-20T12:00:00Z"}""",
                ]
            );
        _id = await api.IdAsync("S13");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("2023-03-10T11:59:59Z", "open", "2023-04-03", "2023-04-03")]
    [InlineData("2023-03-10T12:00:00Z", "suspended", "2023-04-03", "2023-04-03")]
    [InlineData("2023-03-19T12:00:00Z", "suspended", "2023-04-03", "2023-04-03")]
    [InlineData("2023-03-20T12:00:00Z", "open", "2023-04-13", "2023-04-13")]
    [InlineData("2023-04-06T12:00:00Z", "due_soon", "2023-04-13", "2023-04-13")]
    [InlineData("2023-04-13T22:00:00Z", "overdue", "2023-04-13", "2023-04-13")]
    public async Task show_as_of_each_moment(string asOf, string state, string raw, string due)
    {
        var item = (await api.BoardAsync($"asOf={asOf}")).Case("S13");
        ((string?)item["state"], item.Dates()).ShouldBe((state, (raw, due)));
    }

    [Fact]
    public async Task are_found_by_the_day_to_judge_by_after_they_have_ended() =>
        (await api.BoardAsync("on=2023-03-15&state=suspended")).Case("S13").Standing().State.ShouldBe("suspended");

    [Fact]
    public async Task are_in_the_history_after_they_have_ended()
    {
        var types = (await api.GetAsync($"/v1/cases/{_id}/history")).ShouldBe(200).Json["items"]!
            .AsArray()
            .Select(item => (string)item!["type"]!)
            .ToList();
        types.ShouldContain("deadline_suspended");
        types.ShouldContain("deadline_resumed");
        var pause = (await api.GetAsync($"/v1/cases/{_id}")).Json["responseRequests"]![0]!["deadline"]!["pauses"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        ((string?)pause["from"], (string?)pause["to"], (string?)pause["reason"]).ShouldBe(
            ("2023-03-10", "2023-03-20", "awaiting_other_body")
        );
    }

    [Fact]
    public async Task lengthen_the_raw_date_and_never_the_moved_one()
    {
        // Raw 3 April; with the pause raw 6 April, Maundy Thursday, which moves to the 11th. From a moved date it would be another.
        (await api.CalculateAsync("rule=NO.pbl.21-7.building-application&start=2023-01-09&pauses=2023-03-10/2023-03-13"))
            .Dates()
            .ShouldBe(("2023-04-06", "2023-04-11"));
        (await api.CalculateAsync("rule=NO.pbl.21-7.building-application&start=2023-01-12")).Dates().ShouldBe(("2023-04-06", "2023-04-11"));
        (await api.CalculateAsync("rule=NO.pbl.21-7.building-application&start=2023-01-12&pauses=2023-03-10/2023-03-14"))
            .Dates()
            .ShouldBe(("2023-04-10", "2023-04-11"));
    }

    [Fact]
    public async Task are_refused_in_the_rules_own_words_where_the_law_knows_none()
    {
        var address = $"/v1/cases/{_id}/response-requests";
        var request = (await api.DoAsync(address, new { unit = "schools", rules = new[] { "NO.fvl.11a.preliminary-reply" } }))[
            "responseRequests"
        ]!.AsArray()[^1]!["id"];
        var problem = (await api.PostAsync($"{address}/{request}/suspension", new { reason = "awaiting_other_body" })).ShouldBeProblem(
            409,
            "deadline-cannot-be-paused"
        );
        Detail(problem.Json).ShouldContain("forvaltningsloven (1967) § 11 a");
        Detail(problem.Json).ShouldContain("cannot be paused");
        (await api.PostAsync($"{address}/{request}/resumption", new { })).ShouldBeProblem(409, "deadline-is-not-paused");
    }

    private static string Detail(JsonNode problem) => (string)problem["detail"]!;
}
