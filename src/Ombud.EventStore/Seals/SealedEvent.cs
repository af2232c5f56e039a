using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Ombud.EventStore.Json;

namespace Ombud.EventStore.Seals;

/// <summary>What the seal of an event covers. docs/audit.md says it to the byte.</summary>
/// <param name="Data">The event as JSON.</param>
/// <param name="Headers">A JSON object of further facts, such as where it was imported from; its seal, if it has one, is not among them.</param>
public readonly record struct SealedEvent(
    string Tenant, Guid Stream, long Version, string Type, Instant RecordedAt, string? UserName, string? CorrelationId, string? CausationId, JsonElement Data, JsonElement? Headers)
{
    private static readonly InstantPattern Microseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.ffffff'Z'");

    /// <summary>SHA-256 of the canonical JSON (RFC 8785) of the event and of the seal before it, in lower-case hexadecimal.</summary>
    /// <param name="previous">The seal of the event before it in the stream; null for the first.</param>
    public string Hash(string? previous) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(previous))));

    /// <summary>The text that is hashed: the members stand in the order that RFC 8785 sorts them into; one that is null is left out.</summary>
    public string Canonical(string? previous)
    {
        var text = new StringBuilder(512);
        Member("actor", UserName);
        Member("causation", CausationId);
        Member("correlation", CorrelationId);
        CanonicalJson.Write(Data, Name("data"));
        if (Headers is { } headers && headers.EnumerateObject().Any(header => !Seal.IsPart(header.Name)))
            CanonicalJson.Write(Seal.Without(headers), Name("headers"));
        Member("municipality", Tenant);
        Member("previous", previous);
        Member("recordedAt", Microseconds.Format(RecordedAt));
        Member("stream", Stream.ToString());
        Member("type", Type);
        Name("version").Append(Version);
        return text.Append('}').ToString();

        StringBuilder Name(string name) => text.Append(text.Length == 0 ? '{' : ',').Append('"').Append(name).Append("\":");

        void Member(string name, string? value)
        {
            if (value is not null)
                CanonicalJson.Write(value, Name(name));
        }
    }
}
