using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Seals;

/// <summary>An event's link in its stream's chain of hashes, as it stands in the event's headers.</summary>
/// <param name="Previous">The hash of the event before it; null for the first of a stream.</param>
/// <param name="Hash">SHA-256 over the hash before it and this event, in hexadecimal.</param>
public sealed record Seal(string? Previous, string Hash)
{
    public const string HashName = "hash";
    public const string PreviousName = "previous";

    public static bool IsPart(string header) => header is HashName or PreviousName;

    /// <summary>The seal in an event's headers; null where there is none, or none that we wrote.</summary>
    public static Seal? In(JsonElement? headers)
    {
        if (
            headers is not { ValueKind: JsonValueKind.Object } given
            || !given.TryGetProperty(HashName, out var hash)
            || hash.ValueKind != JsonValueKind.String
        )
            return null;
        if (!given.TryGetProperty(PreviousName, out var previous))
            return new(null, hash.GetString()!);
        return previous.ValueKind == JsonValueKind.String ? new(previous.GetString(), hash.GetString()!) : null;
    }

    /// <summary>The seal of an event that was read or is about to be written.</summary>
    public static Seal? Of(IEvent e) => In(e.HeadersAsJson());

    /// <summary>Seals the next event of a stream.</summary>
    public static Seal Next(SealedEvent sealing, string? previous) => new(previous, sealing.Hash(previous));

    /// <summary>Headers with this seal among them.</summary>
    public string Into(string? headers)
    {
        var all = headers is null ? [] : JsonNode.Parse(headers)!.AsObject();
        if (Previous is not null)
            all[PreviousName] = Previous;
        all[HashName] = Hash;
        return all.ToJsonString(EventJson.Options);
    }

    /// <summary>The same for the text of an object that has no seal and nothing behind it, without reading it.</summary>
    public string Behind(string headers) =>
        $"{headers[..^1]}{(headers.Length > 2 ? "," : "")}"
        + (Previous is null ? "" : $"\"{PreviousName}\":\"{Previous}\",")
        + $"\"{HashName}\":\"{Hash}\"}}";
}
