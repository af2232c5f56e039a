using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// A unit that says in a preliminary reply when it will answer has met the law's term and made a promise, which is watched as such.
/// </summary>
public sealed class S32_APromisedAnswer(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Request = "5a320000-0000-4000-8000-000000000001";

    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/cases?number=S32")).Json["items"]!.AsArray().Count > 0)
            return;
        await api.RecordAllAsync(
            "drammen",
            [
                .. Deadlines.Request("S32", Request, "2021-09-01", "\"unit\":\"schools\",\"rules\":[\"NO.fvl.11a.preliminary-reply\"]"),
                $$"""{"command":"register_preliminary_reply","case":"S32","requestId":"{{Request}}","reason":"A survey is awaited","""
                    + """ "receivedOn":"2021-09-20","expectedOn":"2021-10-20","recordedAt":"2021-09-20T12:00:00Z"}""",
                $$"""{"command":"register_response","case":"S32","requestId":"{{Request}}","respondedOn":"2021-11-05","""
                    + """ "recordedAt":"2021-11-05T12:00:00Z"}""",
            ]
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("2021-09-20T11:00:00Z", null)]
    [InlineData("2021-09-20T13:00:00Z", "open")]
    [InlineData("2021-10-20T12:00:00Z", "due_today")]
    [InlineData("2021-10-20T22:00:00Z", "overdue")]
    [InlineData("2021-11-05T13:00:00Z", null)]
    public async Task stands_on_the_default_board_as_a_promise(string asOf, string? state)
    {
        var lines = await LinesAsync($"asOf={asOf}", promised: true);
        lines.Select(line => (string?)line!["state"]).ShouldBe(state is null ? [] : [state]);
        lines.ShouldAllBe(line => (string?)line!["kind"] == "agreed" && (string?)line["dueOn"] == "2021-10-20");
    }

    [Fact]
    public async Task leaves_the_preliminary_reply_met_and_is_no_breach_of_law()
    {
        (await LinesAsync("asOf=2021-10-25T12:00:00Z", promised: false)).ShouldBeEmpty();
        var id = await api.IdAsync("S32");
        var all = (await api.BoardAsync($"asOf=2021-10-25T12:00:00Z&caseId={id}"))["items"]!.AsArray();
        all.Select(line => ((bool)line!["promised"]!, (string?)line["state"]))
            .ShouldBe([(false, "met"), (true, "overdue")], ignoreOrder: true);

        var times = (await api.ReportAsync("2021-10-25T12:00:00Z", "2021-01-01", "2021-12-31"))["responseTime"]!;
        ((int)times["breaches"]!, (int)times["deadlines"]!["met"]!, (int)times["deadlines"]!["none"]!).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task is_met_late_once_the_answer_comes() =>
        (await LinesAsync("asOf=2021-11-06T12:00:00Z&state=met_late", promised: true))
            .Select(line => ((string?)line!["metOn"], (int)line["daysLate"]!))
            .ShouldBe([("2021-11-05", 16)]);

    private async Task<JsonNode?[]> LinesAsync(string query, bool promised) =>
        [
            .. (await api.BoardAsync(query))["items"]!
                .AsArray()
                .Where(line => (string?)line!["caseNumber"] == "S32" && (bool)line["promised"]! == promised),
        ];
}
