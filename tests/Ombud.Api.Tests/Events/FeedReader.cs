using System.Text.Json.Nodes;
using Ombud.Api.Http;

namespace Ombud.Api.Tests.Events;

/// <summary>Another system that follows the feed.</summary>
public sealed class FeedReader(OmbudApi api, string municipality = "drammen")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string? Cursor { get; private set; }

    /// <summary>The next page, and from now on what comes after it.</summary>
    public async Task<List<JsonNode>> ReadAsync(string query = "limit=200")
    {
        var after = Cursor is null ? "" : $"&after={Cursor}";
        var page = (await api.GetAsync($"/v1/events?{query}{after}", municipality)).ShouldBe(200).Json;
        Cursor = (string)page["next"]!;
        return [.. page["items"]!.AsArray().Select(item => item!)];
    }

    /// <summary>Reads on until there have been so many.</summary>
    public async Task<List<JsonNode>> ReadAsync(int count)
    {
        var read = new List<JsonNode>();
        for (var until = DateTime.UtcNow + Patience; read.Count < count && DateTime.UtcNow < until; await Task.Delay(20, OmbudApi.Cancel))
            read.AddRange(await ReadAsync());
        read.Count.ShouldBe(count);
        return read;
    }

    /// <summary>Reads all that is settled, so that what follows is new.</summary>
    public async Task CatchUpAsync()
    {
        // So long that whatever was committed is settled.
        await Task.Delay(600, OmbudApi.Cancel);
        while ((await ReadAsync()).Count > 0) { }
    }

    /// <summary>The stream's events as they come.</summary>
    public async IAsyncEnumerable<(string Id, JsonNode Event)> FollowAsync(string? lastEventId, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/events{query}")
        {
            Headers = { { "Accept", "text/event-stream" }, { Caller.MunicipalityHeader, municipality } },
        };
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, OmbudApi.Cancel);
        ((int)response.StatusCode).ShouldBe(200);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(OmbudApi.Cancel));
        for (var id = ""; await lines.ReadLineAsync(OmbudApi.Cancel) is { } line; )
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return (id, JsonNode.Parse(line[6..])!);
    }
}
