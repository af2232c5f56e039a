using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Ombud.Hostile.Tests.Run;

/// <summary>What earlier answers contained: ids, versions and cursors that are real, the newest few of each.</summary>
internal sealed class SeenValues
{
    // Few enough to be hit again and again, many enough that no history grows long.
    private const int Kept = 40;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _of = new();
    private readonly ConcurrentDictionary<string, string> _versions = new();

    public IReadOnlyList<string> Of(string what) => _of.TryGetValue(what, out var found) ? [.. found] : [];

    /// <summary>The ETag that a thing had when it was last seen.</summary>
    public string? Version(string id) => _versions.GetValueOrDefault(id);

    /// <param name="kind">The kind of thing that the address is about.</param>
    public void Take(string kind, string? location, string? etag, JsonNode? answer)
    {
        if (location?.Split('/') is [_, "v1", var made, var id] && Guid.TryParse(id, out _))
            Keep(made, id);
        if (answer is not JsonObject thing)
            return;
        if ((string?)thing["next"] is { } next)
            Keep("cursor", next);
        foreach (var item in (thing["items"] as JsonArray ?? []).Take(10).OfType<JsonObject>())
            TakeThing(kind, item, null);
        TakeThing(kind, thing, etag);
    }

    private void TakeThing(string kind, JsonObject thing, string? etag)
    {
        if (thing["id"] is not JsonValue value || (string?)value is not { } id || !Guid.TryParse(id, out _))
            return;
        if (!Of(kind).Contains(id))
            Keep(kind, id);
        // The tag of a history is of its bytes, and no version.
        if (etag is not null && etag.Length < 10)
            _versions[id] = etag;
        if ((string?)thing["personId"] is { } person)
            Keep("people", person);
        if (kind == "recommendations" && IdOf(thing["reportId"]) is { } report && (string?)thing["number"] is { } number)
            Keep("numbers", $"{report} {number}");
        foreach (var link in kind == "measures" && thing["recommendations"] is JsonArray links ? links : [])
            if (IdOf(link) is { } linked)
                Keep("links", $"{id} {linked}");
        foreach (var request in (thing["responseRequests"] ?? thing["requests"]) as JsonArray ?? [])
            if ((string?)request!["id"] is { } requestId)
                Keep($"requests of {kind}", $"{id} {requestId}");
    }

    /// <summary>Lists name other things with their numbers, single answers by their ids alone.</summary>
    private static string? IdOf(JsonNode? thing) => (string?)(thing is JsonObject named ? named["id"] : thing);

    public void Keep(string what, string value)
    {
        var queue = _of.GetOrAdd(what, _ => new());
        queue.Enqueue(value);
        while (queue.Count > Kept)
            queue.TryDequeue(out _);
    }
}
