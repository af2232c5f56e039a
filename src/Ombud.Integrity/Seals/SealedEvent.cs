using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Seals;

/// <summary>What the seal of an event covers. docs/audit.md says it to the byte.</summary>
/// <param name="Data">The event as JSON.</param>
/// <param name="Headers">A JSON object of further facts, such as where it was imported from; its seal, if it has one, is not among
/// them.</param>
public readonly record struct SealedEvent(
    string Tenant,
    Guid Stream,
    long Version,
    string Type,
    Instant RecordedAt,
    string? UserName,
    string? CorrelationId,
    string? CausationId,
    JsonElement Data,
    JsonElement? Headers
)
{
    private static readonly InstantPattern Microseconds = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss.ffffff'Z'"
    );

    // A long history is hashed event by event: the bytes of one make room for those of the next.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    /// <summary>SHA-256 of the canonical JSON (RFC 8785) of the event and of the seal before it, in lower-case hexadecimal.</summary>
    /// <param name="previous">The seal of the event before it in the stream; null for the first.</param>
    public string Hash(string? previous) => Convert.ToHexStringLower(SHA256.HashData(Write(previous)));

    /// <summary>The text that is hashed.</summary>
    public string Canonical(string? previous) => Encoding.UTF8.GetString(Write(previous));

    /// <summary>
    /// The members stand in the order that RFC 8785 sorts them into; one that is null is left out. What is answered holds until the next
    /// call.
    /// </summary>
    private ReadOnlySpan<byte> Write(string? previous)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(1024);
        bytes.ResetWrittenCount();
        Member("actor"u8, UserName);
        Member("causation"u8, CausationId);
        Member("correlation"u8, CorrelationId);
        Name("data"u8);
        CanonicalJson.Write(Data, bytes);
        if (Headers is { } headers && headers.EnumerateObject().Any(Covered))
        {
            Name("headers"u8);
            CanonicalJson.WriteMembers(headers.EnumerateObject().Where(Covered), bytes);
        }
        Member("municipality"u8, Tenant);
        Member("previous"u8, previous);
        Member("recordedAt"u8, Microseconds.Format(RecordedAt));
        Member("stream"u8, Stream.ToString());
        Member("type"u8, Type);
        Name("version"u8);
        Encoding.UTF8.GetBytes(Version.ToString(CultureInfo.InvariantCulture), bytes);
        bytes.Write("}"u8);
        return bytes.WrittenSpan;

        void Name(ReadOnlySpan<byte> name)
        {
            bytes.Write(bytes.WrittenCount == 0 ? "{\""u8 : ",\""u8);
            bytes.Write(name);
            bytes.Write("\":"u8);
        }

        void Member(ReadOnlySpan<byte> name, string? value)
        {
            if (value is null)
                return;
            Name(name);
            CanonicalJson.Write(value, bytes);
        }
    }

    private static bool Covered(JsonProperty header) => !Seal.IsPart(header.Name);
}
