using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Seals;

/// <summary>An event's link in its stream's chain of hashes, as it stands in the event's headers.</summary>
/// <param name="Previous">The hash of the event before it; null for the first of a stream.</param>
/// <param name="Hash">SHA-256 over the hash before it and this event, in hexadecimal.</param>
/// <param name="Version">What the hash covers: 1 what happened; 2 its row and its stream's type too, numbers as they are written.</param>
public sealed record Seal(string? Previous, string Hash, [property: JsonIgnore] int Version = Seal.Newest)
{
    public const int Newest = 2;

    public const string HashName = "hash";
    public const string PreviousName = "previous";

    /// <summary>Where it is absent, the seal is of the first version.</summary>
    public const string VersionName = "seal";

    /// <summary>Whether a header is the seal's own, in a seal of that version.</summary>
    public static bool IsPart(string header, int version) => header is HashName or PreviousName || (version > 1 && header == VersionName);

    /// <summary>The seal in an event's headers; null where there is none, or none that we wrote.</summary>
    public static Seal? In(JsonElement? headers)
    {
        if (
            headers is not { ValueKind: JsonValueKind.Object } given
            || !given.TryGetProperty(HashName, out var hash)
            || hash.ValueKind != JsonValueKind.String
        )
            return null;
        var version = 1;
        if (
            given.TryGetProperty(VersionName, out var said)
            && !(said.ValueKind == JsonValueKind.Number && said.TryGetInt32(out version) && version is > 1 and <= Newest)
        )
            return null;
        if (!given.TryGetProperty(PreviousName, out var previous))
            return new(null, hash.GetString()!, version);
        return previous.ValueKind == JsonValueKind.String ? new(previous.GetString(), hash.GetString()!, version) : null;
    }

    /// <summary>The seal of an event that was read or is about to be written.</summary>
    public static Seal? Of(IEvent e) => In(e.HeadersAsJson());

    /// <summary>Seals the next event of a stream.</summary>
    public static Seal Next(SealedEvent sealing, string? previous) => new(previous, sealing.Hash(previous, Newest));

    /// <summary>Headers with this seal among them.</summary>
    public string Into(string? headers)
    {
        var all = headers is null ? [] : JsonNode.Parse(headers)!.AsObject();
        if (Previous is not null)
            all[PreviousName] = Previous;
        all[HashName] = Hash;
        if (Version > 1)
            all[VersionName] = Version;
        return all.ToJsonString(EventJson.Options);
    }

    /// <summary>The same for the text of an object that has no seal and nothing behind it, without reading it.</summary>
    public string Behind(string headers) =>
        $"{headers[..^1]}{(headers.Length > 2 ? "," : "")}"
        + (Previous is null ? "" : $"\"{PreviousName}\":\"{Previous}\",")
        + $"\"{HashName}\":\"{Hash}\""
        + (Version > 1 ? string.Create(CultureInfo.InvariantCulture, $",\"{VersionName}\":{Version}}}") : "}");
}
