using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A closing that was typed wrongly is withdrawn or replaced; what was known before stays as it was.</summary>
public sealed class S25_AWrongClosing(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Replacement = """{"command":"close_case","outcome":"upheld","closedOn":"2022-03-10"}""";

    [Fact]
    public async Task replaced_is_closed_once_with_the_right_outcome()
    {
        await RecordAsync("S25-1", 2022, $$"""{"version":3,"reason":"wrong outcome","replacement":{{Replacement}}}""");

        var now = await ReportAsync(2022, "2022-03-13");
        now.Flow().ShouldBe((0, 1, 0, 1, 0));
        (now.Count("byOutcome", "upheld"), now.Counts("byOutcome").Sum()).ShouldBe((1, 1));
        var before = await ReportAsync(2022, "2022-03-11");
        before.Flow().ShouldBe((0, 1, 0, 1, 0));
        (before.Count("byOutcome", "not_upheld"), before.Counts("byOutcome").Sum()).ShouldBe((1, 1));

        var history = await HistoryAsync("S25-1");
        history
            .Select(entry => (string)entry!["type"]!)
            .ShouldBe(["case_received", "case_assessed", "case_closed", "entry_withdrawn", "case_closed"]);
        ((int)history[2]!["withdrawn"]!["version"]!, (int)history[2]!["withdrawn"]!["replacedBy"]![0]!).ShouldBe((4, 5));
        ((string?)history[3]!["by"], (string?)history[3]!["data"]!["reason"]).ShouldBe(("importer", "wrong outcome"));
        history[4]!["withdrawn"].ShouldBeNull();
    }

    [Fact]
    public async Task of_the_wrong_case_withdrawn_leaves_it_open_as_if_never_closed()
    {
        await RecordAsync("S25-2", 2024, """{"version":3,"reason":"wrong case"}""");

        var now = await ReportAsync(2024, "2024-03-13");
        now.Flow().ShouldBe((0, 1, 0, 0, 1));
        ((int)now["processingTime"]!["n"]!).ShouldBe(0);
        var item = (await api.GetAsync($"/v1/cases/{await api.IdAsync("S25-2")}")).ShouldBe(200).Json;
        ((string?)item["status"], item["closedOn"]).ShouldBe(("open", null));
        (await ReportAsync(2024, "2024-03-11")).Flow().ShouldBe((0, 1, 0, 1, 0));
    }

    [Fact]
    public async Task mended_over_HTTP_answers_the_case_as_it_should_be_and_the_same_again_changes_nothing()
    {
        await RecordAsync("S25-3", 2021, null);
        var address = $"/v1/cases/{await api.IdAsync("S25-3")}";
        var withdrawal = new { reason = "wrong outcome", replacement = new { outcome = "upheld" } };

        var mended = (await api.PostAsync($"{address}/entries/3/withdrawal", withdrawal, ifMatch: "\"3\"")).ShouldBe(200);
        ((string?)mended.Json["outcome"], (string?)mended.Json["closedOn"]).ShouldBe(("upheld", "2021-03-10"));
        mended.Header("ETag").ShouldBe("\"5\"");
        (await api.PostAsync($"{address}/entries/3/withdrawal", withdrawal)).ShouldBe(200).Header("ETag").ShouldBe("\"5\"");
    }

    [Theory]
    [InlineData(1, """{"reason":"Mistyped"}""", 409, "receipt-cannot-be-withdrawn")]
    [InlineData(9, """{"reason":"Mistyped"}""", 404, "entry-not-found")]
    [InlineData(3, """{"reason":" "}""", 400, "reason required")]
    [InlineData(3, """{"reason":"Ask kari@example.no"}""", 400, "reason email_address")]
    [InlineData(3, """{"reason":"Mistyped","replacement":{"serviceArea":"health"}}""", 400, "replacement.serviceArea unknown_field")]
    [InlineData(3, """{"reason":"Mistyped","replacement":{"outcome":"shrug"}}""", 400, "replacement.outcome unknown_code")]
    [InlineData(3, """{"reason":"Mistyped","replacement":"upheld"}""", 400, "replacement invalid_value")]
    public async Task cannot_be_mended_by_what_is_wrong_itself(int version, string body, int status, string expected)
    {
        var number = $"S25-{Guid.NewGuid():N}";
        await RecordAsync(number, 2020, null);

        var answer = await api.PostJsonAsync($"/v1/cases/{await api.IdAsync(number)}/entries/{version}/withdrawal", body);
        answer.ShouldBe(status);
        if (status == 400)
            answer.Json["errors"]!.AsArray().Select(fault => $"{fault!["field"]} {fault["code"]}").ShouldContain(expected);
        else
            ((string?)answer.Json["type"]).ShouldEndWith(expected);
    }

    private Task RecordAsync(string number, int year, string? withdrawal) =>
        api.RecordAllAsync(
            "drammen",
            [
                $$"""{"command":"receive_case","case":"{{number}}","receivedOn":"{{year}}-01-10","withinMandate":true,"""
                    + $$""" "requiresResponse":true,"recordedAt":"{{year}}-01-10T12:00:00Z"}""",
                $$"""{"command":"close_case","case":"{{number}}","outcome":"not_upheld","closedOn":"{{year}}-03-10","""
                    + $$""" "recordedAt":"{{year}}-03-10T12:00:00Z"}""",
                .. withdrawal is null
                    ? []
                    : new[]
                    {
                        $$"""{"command":"withdraw_entry","case":"{{number}}","recordedAt":"{{year}}-03-12T12:00:00Z",{{withdrawal[1..]}}""",
                    },
            ]
        );

    private Task<JsonNode> ReportAsync(int year, string asOf) => api.ReportAsync($"{asOf}T12:00:00Z", $"{year}-01-01", $"{year}-12-31");

    private async Task<JsonArray> HistoryAsync(string number) =>
        (await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}/history")).ShouldBe(200).Json["items"]!.AsArray();
}
