using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Webhooks;

/// <summary>A webhook as its manager works with it.</summary>
internal sealed class Hook(OmbudApi api, JsonNode made, string municipality)
{
    public string Address => $"/v1/webhooks/{(string)made["id"]!}";

    public string Secret => (string)made["secret"]!;

    public static async Task<Hook> CreateAsync(OmbudApi api, string url, string municipality = "drammen", params string[] types)
    {
        // So that it begins with what happens from now on.
        await Task.Delay(400, OmbudApi.Cancel);
        object body = types.Length == 0 ? new { url } : new { url, types };
        return new(api, (await api.PostAsync("/v1/webhooks", body, municipality)).ShouldBe(201).Json, municipality);
    }

    public async Task<JsonNode> ReadAsync() => (await api.GetAsync(Address, municipality)).ShouldBe(200).Json;

    public async Task<JsonArray> DeliveriesAsync() =>
        (await api.GetAsync($"{Address}/deliveries", municipality)).ShouldBe(200).Json["items"]!.AsArray();

    public async Task<JsonNode> ChangeAsync(object change) =>
        (await api.SendAsync(HttpMethod.Patch, Address, JsonContent.Create(change), municipality, null)).ShouldBe(200).Json;

    public Task<Answer> PostAsync(string path, object? body = null) =>
        body is null
            ? api.SendAsync(HttpMethod.Post, $"{Address}/{path}", new ByteArrayContent([]), municipality, null)
            : api.PostAsync($"{Address}/{path}", body, municipality);

    public async Task<JsonNode> EventuallyAsync(Func<JsonNode, bool> condition)
    {
        for (var until = DateTime.UtcNow + TimeSpan.FromSeconds(20); DateTime.UtcNow < until; await Task.Delay(50, OmbudApi.Cancel))
            if (await ReadAsync() is var now && condition(now))
                return now;
        return await ReadAsync();
    }
}
