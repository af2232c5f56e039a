using System.Security.Cryptography;
using System.Text;

namespace Ombud.Integrity.Secrets;

/// <summary>
/// The key that everything confidential about one subject is enciphered under. Once it is destroyed nobody can read it, ourselves included.
/// </summary>
public sealed class SubjectKey
{
    internal SubjectKey(Guid subject, byte[] bytes) => (Subject, Bytes) = (subject, bytes);

    public Guid Subject { get; }

    internal byte[] Bytes { get; }

    internal static SubjectKey New(Guid subject) => new(subject, RandomNumberGenerator.GetBytes(Cipher.KeySize));

    /// <param name="place">Where the text stands: tenant, stream and field. Elsewhere it cannot be read.</param>
    /// <returns>Base64.</returns>
    public string Encipher(string text, string place) =>
        Convert.ToBase64String(Cipher.Encipher(Bytes, Encoding.UTF8.GetBytes(text), place));

    /// <inheritdoc cref="Encipher(string, string)"/>
    public byte[] Encipher(ReadOnlySpan<byte> bytes, string place) => Cipher.Encipher(Bytes, bytes, place);

    /// <inheritdoc cref="Decipher(string, string)"/>
    public byte[]? Decipher(ReadOnlySpan<byte> cipher, string place) => Cipher.Decipher(Bytes, cipher, place);

    /// <summary>Null where it was enciphered under another key, for another place, or was changed.</summary>
    public string? Decipher(string cipher, string place)
    {
        var bytes = new byte[cipher.Length];
        return
            Convert.TryFromBase64String(cipher, bytes, out var length)
            && Cipher.Decipher(Bytes, bytes.AsSpan(0, length), place) is { } clear
            ? Encoding.UTF8.GetString(clear)
            : null;
    }

    /// <summary>The same for the same text, and computed by nobody who has not the key: HMAC-SHA-256 under a key derived from it.</summary>
    /// <param name="kind">The same text of another kind has another.</param>
    public Fingerprint Fingerprint(string kind, string text) =>
        new(
            kind,
            Convert.ToHexStringLower(
                HMACSHA256.HashData(
                    HKDF.Expand(HashAlgorithmName.SHA256, Bytes, Cipher.KeySize, Encoding.UTF8.GetBytes($"fingerprint {kind}")),
                    Encoding.UTF8.GetBytes(text)
                )
            )
        );

    /// <summary>A digest that tells nothing to who has not the key. Hexadecimal, 128 bits.</summary>
    public string Digest(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>What a subject is known by, as only the holder of a key can compute it.</summary>
/// <param name="Kind">What kind of thing it is made of.</param>
/// <param name="Value">Hexadecimal, 256 bits.</param>
public sealed record Fingerprint(string Kind, string Value);
