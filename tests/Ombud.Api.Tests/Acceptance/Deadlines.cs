using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Calculations and boards as tests ask for them.</summary>
internal static class Deadlines
{
    public static async Task<JsonNode> CalculateAsync(this OmbudApi api, string query, string municipality = "drammen") =>
        (await api.GetAsync($"/v1/deadlines/calculate?{query}", municipality)).ShouldBe(200).Json;

    public static async Task<JsonNode> BoardAsync(this OmbudApi api, string query, string municipality = "drammen") =>
        (await api.GetAsync($"/v1/deadlines?{query}", municipality)).ShouldBe(200).Json;

    public static (string? State, int Days, int WorkingDays) Standing(this JsonNode item) =>
        ((string?)item["state"], (int)item["daysLate"]!, (int)item["workingDaysLate"]!);

    public static (string? Raw, string? Due) Dates(this JsonNode answer) => ((string?)answer["rawDueOn"], (string?)answer["dueOn"]);

    public static JsonNode Case(this JsonNode board, string number) =>
        board["items"]!.AsArray().Single(item => (string?)item!["caseNumber"] == number)!;

    /// <summary>An inquiry with one response request, both recorded at noon of the day of the request.</summary>
    public static string[] Request(string number, string requestId, string requestedOn, string rest) =>
        [
            $$"""{"command":"receive_case","case":"{{number}}","receivedOn":"{{requestedOn}}","""
                + $$""" "withinMandate":true,"requiresResponse":true,"recordedAt":"{{requestedOn}}T11:00:00Z"}""",
            $$"""{"command":"request_response","case":"{{number}}","requestId":"{{requestId}}","requestedOn":"{{requestedOn}}","""
                + $$"""{{rest}},"recordedAt":"{{requestedOn}}T12:00:00Z"}""",
        ];
}
