using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Access;

namespace Ombud.Api.Tests.Access;

/// <summary>One of each kind of stream in Ringsted, by which every address of the contract can be asked.</summary>
internal static class OneOfEach
{
    private static int _texts;

    public static async Task<Dictionary<string, string>> InRingstedAsync(GuardedApi api)
    {
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        return await InRingstedAsync(
            api,
            async (address, body) =>
                body is null
                    ? (await api.AskAsync(key, address)).ShouldBe(200).Json
                    : (await api.AskAsync(key, address, HttpMethod.Post, new StringContent(body, Encoding.UTF8, "application/json"))).Json
        );
    }

    /// <param name="ask">Gets an address, or sends a body to it; what comes is a success.</param>
    /// <returns>The ids by their place in an address: <c>cases</c>, and for requests below one <c>cases/request</c>.</returns>
    public static async Task<Dictionary<string, string>> InRingstedAsync(OmbudApi api, Func<string, string?, Task<JsonNode>> ask)
    {
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel), "ringsted")
        ).Faults.ShouldBeEmpty();
        var @case = (string)
            (
                await ask(
                    "/v1/cases",
                    """{"receivedOn":"2023-03-06","withinMandate":true,"requiresResponse":true,"summary":"She waits for a flat."}"""
                )
            )["id"]!;
        var asked = await ask($"/v1/cases/{@case}/response-requests", """{"unit":"job_centre","requestedOn":"2023-04-03"}""");
        var feedback = await ask("/v1/feedback", $$"""{"text":"Letters are answered late.","cases":["{{@case}}"]}""");
        var council = await FirstAsync("/v1/council-requests");
        return new()
        {
            ["cases"] = @case,
            ["cases/request"] = (string)asked["responseRequests"]![0]!["id"]!,
            ["people"] = (string)asked["personId"]!,
            ["feedback"] = (string)feedback["id"]!,
            ["measures"] = (string)(await FirstAsync("/v1/measures"))["id"]!,
            ["meetings"] = (string)
                (await ask("/v1/meetings", $$"""{"meetingOn":"2099-03-12","body":"by","feedbackId":"{{feedback["id"]}}"}"""))["id"]!,
            // There is one text for each period.
            ["report-texts"] = (string)
                (
                    await ask(
                        "/v1/report-texts",
                        $$"""{"kind":"status","from":"2000-01-01","to":"{{new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref _texts)):yyyy-MM-dd}}"}"""
                    )
                )["id"]!,
            ["recommendations"] = (string)(await FirstAsync("/v1/recommendations"))["id"]!,
            ["reports"] = (string)council["reportId"]!,
            // A public address; nothing of that type happens here.
            ["webhooks"] = (string)(await ask("/v1/webhooks", """{"url":"https://93.184.216.34/","types":["case_voided"]}"""))["id"]!,
            ["webhooks/event"] = $"{Guid.Empty}",
            ["reports/request"] = (string)council["id"]!,
            // No import is there: what the rest of it asks is the same of one that is not.
            ["imports"] = "0197a3c4-5f00-7000-8000-0000000000aa",
        };

        async Task<JsonNode> FirstAsync(string address) => (await ask(address, null))["items"]![0]!;
    }

    /// <summary>The address of an operation, with those ids in the place of the names.</summary>
    public static string AddressOf(Operation operation, IReadOnlyDictionary<string, string> ids)
    {
        var kind = operation.Path.Split('/')[2];
        return operation
            .Path.Replace("{id}", ids.GetValueOrDefault(kind))
            .Replace("{requestId}", ids.GetValueOrDefault($"{kind}/request"))
            .Replace("{version}", "1")
            .Replace("{number}", ids.GetValueOrDefault($"{kind}/number", "none-has-it"))
            .Replace("{eventId}", ids.GetValueOrDefault($"{kind}/event"));
    }
}
