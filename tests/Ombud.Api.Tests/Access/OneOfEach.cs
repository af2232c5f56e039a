using System.Text;
using Ombud.Api.Access;

namespace Ombud.Api.Tests.Access;

/// <summary>One of each kind of thing in Ringsted, to be asked for by the operations of the contract.</summary>
internal sealed class OneOfEach
{
    private readonly Dictionary<string, string> _ids = [];

    public static async Task<OneOfEach> MakeAsync(GuardedApi api)
    {
        var made = new OneOfEach();
        await made.FillAsync(api);
        return made;
    }

    /// <summary>The id of a kind, as addresses name it.</summary>
    public string this[string kind] => _ids[kind];

    /// <summary>The address of an operation, without parameters.</summary>
    public string Address(Operation operation)
    {
        var kind = operation.Path.Split('/')[2];
        return operation
            .Path.Replace("{id}", _ids.GetValueOrDefault(kind))
            .Replace("{requestId}", _ids.GetValueOrDefault($"{kind}/request"));
    }

    private async Task FillAsync(GuardedApi api)
    {
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel), "ringsted")
        ).Faults.ShouldBeEmpty();
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        _ids["cases"] = await MadeAsync(
            "/v1/cases",
            """{"receivedOn":"2023-03-06","withinMandate":true,"requiresResponse":true,"summary":"She waits for a flat."}"""
        );
        _ids["people"] = (string)(await api.AskAsync(key, $"/v1/cases/{_ids["cases"]}")).ShouldBe(200).Json["person"]!;
        _ids["feedback"] = await MadeAsync("/v1/feedback", $$"""{"text":"Letters are answered late.","cases":["{{_ids["cases"]}}"]}""");
        _ids["measures"] = await FirstAsync("/v1/measures", "id");
        _ids["recommendations"] = await FirstAsync("/v1/recommendations", "id");
        _ids["reports"] = await FirstAsync("/v1/council-requests", "report");
        _ids["reports/request"] = await FirstAsync("/v1/council-requests", "id");
        var asked = await PostAsync(
            $"/v1/cases/{_ids["cases"]}/response-requests",
            """{"unit":"job_centre","requestedOn":"2023-04-03","rules":["ombud.request"],"dueOn":"2023-05-02"}"""
        );
        _ids["cases/request"] = (string)asked.ShouldBe(200).Json["responseRequests"]![0]!["id"]!;
        foreach (var kind in new[] { "cases", "feedback", "measures", "recommendations", "reports" })
            (await api.AskAsync(key, $"/v1/{kind}/{_ids[kind]}/history")).ShouldBe(200);

        Task<Answer> PostAsync(string address, string body) =>
            api.AskAsync(key, address, HttpMethod.Post, new StringContent(body, Encoding.UTF8, "application/json"));

        async Task<string> MadeAsync(string address, string body) => (string)(await PostAsync(address, body)).ShouldBe(201).Json["id"]!;

        async Task<string> FirstAsync(string address, string field) =>
            (string)(await api.AskAsync(key, address)).ShouldBe(200).Json["items"]![0]![field]!;
    }
}
