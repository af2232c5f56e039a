using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Ombud.Integrity.Json;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Seals;

/// <summary>What the seal of an event covers. docs/audit.md says it to the byte.</summary>
/// <param name="Data">The event as JSON.</param>
/// <param name="Headers">A JSON object of further facts, such as where it was imported from; its seal, if it has one, is not among
/// them.</param>
/// <param name="Id">Its own id.</param>
/// <param name="StreamType">The type of its stream.</param>
/// <param name="DotNetType">The class that it was written as.</param>
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
    JsonElement? Headers,
    Guid Id,
    string? StreamType,
    string? DotNetType
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
    /// <param name="version">Of the seal.</param>
    public string Hash(string? previous, int version)
    {
        var bytes = Cleared();
        Write(bytes, previous, version, isFull: version > 1);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    /// <summary>The text that is hashed.</summary>
    public string Canonical(string? previous, int version)
    {
        var bytes = Cleared();
        Write(bytes, previous, version, isFull: version > 1);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>
    /// Its hash, and its leaf in the tree of its municipality. A leaf has all that a seal of the newest version covers, whichever its own
    /// seal is of.
    /// </summary>
    internal (string Hash, byte[] Leaf) Digests(Seal seal, long position)
    {
        var (bytes, begin) = (Cleared(), LeafBegin.Length);
        bytes.Write(LeafBegin);
        Write(bytes, seal.Previous, seal.Version, isFull: true);
        // A seal of the newest version is over the very text that stands in the leaf.
        var hash = seal.Version > 1 ? Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan[begin..])) : null;
        WriteLeafEnd(bytes, seal.Hash, position);
        var leaf = MerkleTree.Leaf(bytes.WrittenSpan);
        return (hash ?? Hash(seal.Previous, seal.Version), leaf);
    }

    /// <summary>The text of an event's leaf.</summary>
    /// <param name="recorded">Null for what cannot be read as an event of ours.</param>
    internal static string LeafText(SealedEvent? recorded, long position)
    {
        var bytes = Cleared();
        bytes.Write(LeafBegin);
        var seal = Seal.In(recorded?.Headers);
        if (recorded is { } read && seal is not null)
            read.Write(bytes, seal.Previous, seal.Version, isFull: true);
        else
            bytes.Write("null"u8);
        WriteLeafEnd(bytes, seal?.Hash ?? "", position);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The leaf of what cannot be read as an event of ours, or bears no seal.</summary>
    internal static byte[] UnreadableLeaf(long position) => MerkleTree.Leaf(Encoding.UTF8.GetBytes(LeafText(null, position)));

    private static ReadOnlySpan<byte> LeafBegin => "{\"event\":"u8;

    private static void WriteLeafEnd(ArrayBufferWriter<byte> bytes, string hash, long position)
    {
        bytes.Write(",\"hash\":"u8);
        CanonicalJson.Write(hash, bytes);
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"position\":{position}}}"), bytes);
    }

    private static ArrayBufferWriter<byte> Cleared()
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(1024);
        bytes.ResetWrittenCount();
        return bytes;
    }

    /// <summary>The members stand in the order that RFC 8785 sorts them into; one that is null is left out.</summary>
    /// <param name="isFull">Whether its row and its stream's type are among them, and numbers are as they are written.</param>
    private void Write(ArrayBufferWriter<byte> bytes, string? previous, int version, bool isFull)
    {
        var any = false;
        Member("actor"u8, UserName);
        Member("causation"u8, CausationId);
        Member("correlation"u8, CorrelationId);
        Name("data"u8);
        CanonicalJson.Write(Data, bytes, asWritten: isFull);
        if (isFull)
            Member("dotnetType"u8, DotNetType);
        if (Headers is { } headers && headers.EnumerateObject().Any(Covered))
        {
            Name("headers"u8);
            CanonicalJson.WriteMembers(headers.EnumerateObject().Where(Covered), bytes, asWritten: isFull);
        }
        if (isFull)
            Member("id"u8, Id.ToString());
        Member("municipality"u8, Tenant);
        Member("previous"u8, previous);
        Member("recordedAt"u8, Microseconds.Format(RecordedAt));
        if (isFull)
            Number("seal"u8, version);
        Member("stream"u8, Stream.ToString());
        if (isFull)
            Member("streamType"u8, StreamType);
        Member("type"u8, Type);
        Number("version"u8, Version);
        bytes.Write("}"u8);
        return;

        bool Covered(JsonProperty header) => !Seal.IsPart(header.Name, version);

        void Name(ReadOnlySpan<byte> name)
        {
            bytes.Write(any ? ",\""u8 : "{\""u8);
            any = true;
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

        void Number(ReadOnlySpan<byte> name, long value)
        {
            Name(name);
            Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture), bytes);
        }
    }
}
