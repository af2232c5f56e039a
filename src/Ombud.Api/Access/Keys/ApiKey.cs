using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Ombud.Api.Access.Keys;

/// <summary>A key as it is kept: its secret only as a hash.</summary>
/// <param name="ExpiresAt">From then on it is refused.</param>
/// <param name="LastUsedAt">To the minute.</param>
internal sealed record ApiKey(
    string Id,
    string Name,
    byte[] Hash,
    string Municipality,
    IReadOnlyList<string> Scopes,
    Instant CreatedAt,
    string CreatedBy,
    Instant ExpiresAt,
    Instant? LastUsedAt,
    Instant? RevokedAt
);

/// <summary>
/// A key as its holder has it: <c>ombud_7c0e94d1aa52b36f_…</c>, so that people, and programs that look for leaked secrets, see what it is.
/// </summary>
internal sealed record KeyText(string Id, string Secret)
{
    public const string Prefix = "ombud_";

    /// <summary>A new one, of 256 random bits.</summary>
    public static KeyText New() =>
        new(RandomNumberGenerator.GetHexString(16, lowercase: true), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Null where the text is no key.</summary>
    public static KeyText? Read(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length..].Split('_', 2) is [{ Length: 16 } id, { Length: 43 } secret]
            ? new(id, secret)
            : null;

    /// <summary>So many random bits need neither salt nor a slow hash: there is nothing to guess.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
