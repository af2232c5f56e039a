using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Ombud.Integrity.Json;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Seals;

/// <summary>
/// An entry of a municipality's ledger: one hash over the newest seals of all streams that were written since the entry before.
/// </summary>
/// <param name="Entry">From 1, without gaps.</param>
/// <param name="SealedAt">When it was made.</param>
/// <param name="After">The place in the log after which it seals.</param>
/// <param name="UpTo">The place in the log up to which it seals.</param>
/// <param name="Previous">The root of the entry before; null for the first.</param>
/// <param name="Root">To be kept by somebody else: whoever rewrites history cannot rewrite that.</param>
/// <param name="Size">How many events the tree has that it seals, from the first on; absent in an entry of before the trees.</param>
/// <param name="Tree">The root of that tree, in hexadecimal.</param>
/// <param name="Note">Size and root as a signed checkpoint.</param>
public sealed record LedgerEntry(
    int Entry,
    Instant SealedAt,
    long After,
    long UpTo,
    string? Previous,
    string Root,
    long? Size = null,
    string? Tree = null,
    string? Note = null
)
{
    /// <summary>The tree that it seals; null in an entry of before the trees.</summary>
    [JsonIgnore]
    public TreeHead? Head => Size is { } size && Tree is { } root ? new(size, root) : null;
}

/// <summary>The newest event of a stream when it was sealed.</summary>
public sealed record SealedHead(Guid Stream, long Version, string Hash);

/// <summary>Computes the root of an entry. docs/audit.md says it to the byte.</summary>
public sealed class LedgerRoot : IDisposable
{
    private static readonly InstantPattern Microseconds = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss.ffffff'Z'"
    );
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _tail;
    private bool _any;

    /// <param name="tree">What an entry of the second version seals beside heads; null for one of the first.</param>
    public LedgerRoot(string tenant, int entry, Instant sealedAt, long upTo, string? previous, TreeHead? tree)
    {
        // The members stand in the order that RFC 8785 sorts them into.
        Add(string.Create(CultureInfo.InvariantCulture, $"{{\"entry\":{entry},\"heads\":["));
        var before = previous is null ? "" : $",\"previous\":{Quoted(previous)}";
        var (size, version) = tree is null
            ? ("", "")
            : (string.Create(CultureInfo.InvariantCulture, $",\"size\":{tree.Size}"), ",\"version\":2");
        var root = tree is null ? "" : $",\"tree\":{Quoted(tree.Root)}";
        _tail = string.Create(
            CultureInfo.InvariantCulture,
            $"],\"municipality\":{Quoted(tenant)}{before},\"sealedAt\":\"{Microseconds.Format(sealedAt)}\"{size}{root},"
                + $"\"upTo\":{upTo}{version}}}"
        );
    }

    /// <summary>In order of the streams' ids as text.</summary>
    public void Add(SealedHead head)
    {
        Add(string.Create(CultureInfo.InvariantCulture, $"{(_any ? "," : "")}[\"{head.Stream}\",{head.Version},{Quoted(head.Hash)}]"));
        _any = true;
    }

    public string Finish()
    {
        Add(_tail);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Escaped, so that no text can end the member that it stands in. Nothing that we wrote needs it.</summary>
    private static string Quoted(string text)
    {
        var bytes = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(text, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private void Add(string text) => _hash.AppendData(Encoding.UTF8.GetBytes(text));
}
