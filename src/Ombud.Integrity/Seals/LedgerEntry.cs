using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

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
public sealed record LedgerEntry(int Entry, Instant SealedAt, long After, long UpTo, string? Previous, string Root);

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

    public LedgerRoot(string tenant, int entry, Instant sealedAt, long upTo, string? previous)
    {
        // The members stand in the order that RFC 8785 sorts them into.
        Add(string.Create(CultureInfo.InvariantCulture, $"{{\"entry\":{entry},\"heads\":["));
        _tail = string.Create(
            CultureInfo.InvariantCulture,
            $"],\"municipality\":\"{tenant}\"{(previous is null ? "" : $",\"previous\":\"{previous}\"")},"
                + $"\"sealedAt\":\"{Microseconds.Format(sealedAt)}\",\"upTo\":{upTo}}}"
        );
    }

    /// <summary>In order of the streams' ids as text.</summary>
    public void Add(SealedHead head)
    {
        Add(string.Create(CultureInfo.InvariantCulture, $"{(_any ? "," : "")}[\"{head.Stream}\",{head.Version},\"{head.Hash}\"]"));
        _any = true;
    }

    public string Finish()
    {
        Add(_tail);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Add(string text) => _hash.AppendData(Encoding.UTF8.GetBytes(text));
}
