using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Things are learned in another order than they happen; each moment shows what was known then.</summary>
public sealed class S23_OutOfOrder(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Request = "5f0c0b0a-4b3f-4c58-9f43-0d5a3a1b2c4d";

    private const string History =
        $$"""
            {"command":"receive_case","case":"DR-1","receivedOn":"2023-03-01","withinMandate":true,
            """
        + $$"""
            "requiresResponse":true,"recordedAt":"2023-03-01T12:00:00+01:00"}
            {"command":"request_response","case":"DR-1","unit":"schools","requestedOn":"2023-03-20",
            """
        + $$"""
            "requestId":"{{Request}}","recordedAt":"2023-03-20T12:00:00+01:00"}
            {"command":"close_case","case":"DR-1","outcome":"no_basis","closedOn":"2023-04-20","recordedAt":"2023-04-20T12:00:00+02:00"}
            {"command":"reopen_case","case":"DR-1","reopenedOn":"2023-05-10","recordedAt":"2023-05-10T12:00:00+02:00"}
            {"command":"register_response","case":"DR-1","requestId":"{{Request}}","respondedOn":"2023-04-18",
            """
        + $$"""
            "recordedAt":"2023-05-11T12:00:00+02:00"}
            """;

    [Fact]
    public async Task a_reply_that_is_recorded_late_is_placed_before_the_closing_once_it_is_known()
    {
        (await api.ImportAsync(History)).Faults.ShouldBeEmpty();
        var id = (string)(await api.GetAsync("/v1/cases?number=DR-1")).ShouldBe(200).Json["items"]![0]!["id"]!;

        var may1 = await CaseAsync(id, "2023-05-01");
        ((string?)may1["status"], (string?)may1["closedOn"]).ShouldBe(("closed", "2023-04-20"));
        may1["responseRequests"]![0]!["respondedOn"].ShouldBeNull();

        var may12 = await CaseAsync(id, "2023-05-12");
        ((string?)may12["status"], (string?)may12["responseRequests"]![0]!["respondedOn"]).ShouldBe(("open", "2023-04-18"));
        ((string?)may12["openPeriods"]![0]!["closedOn"], (string?)may12["openPeriods"]![1]!["openedOn"]).ShouldBe(
            ("2023-04-20", "2023-05-10")
        );

        (await TypesAsync(id, "order=occurred&asOf=2023-05-12T12:00:00Z")).ShouldBe([
            "case_received",
            "case_assessed",
            "response_requested",
            "response_received",
            "case_closed",
            "case_reopened",
        ]);
        (await TypesAsync(id, "asOf=2023-05-01T12:00:00Z")).ShouldBe([
            "case_received",
            "case_assessed",
            "response_requested",
            "case_closed",
        ]);

        var report = await api.ReportAsync(asOf: "2023-06-13T13:00:00Z");
        ((int)report["cases"]!).ShouldBe(1);
        report.Flow().ShouldBe((0, 1, 1, 1, 1));
    }

    private async Task<JsonNode> CaseAsync(string id, string day) =>
        (await api.GetAsync($"/v1/cases/{id}?asOf={day}T12:00:00Z")).ShouldBe(200).Json;

    private async Task<string[]> TypesAsync(string id, string query) =>
        [
            .. (await api.GetAsync($"/v1/cases/{id}/history?{query}")).ShouldBe(200).Json["items"]!
                .AsArray()
                .Select(item => (string)item!["type"]!),
        ];
}
