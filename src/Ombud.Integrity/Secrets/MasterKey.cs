using System.Security.Cryptography;

namespace Ombud.Integrity.Secrets;

/// <summary>The key that wraps every subject's key. It is never in the database.</summary>
public sealed class MasterKey
{
    private readonly byte[] _key;

    /// <param name="key">32 bytes.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public MasterKey(byte[] key)
    {
        if (key.Length != Cipher.KeySize)
            throw new ArgumentException($"A master key has {Cipher.KeySize} bytes, this one has {key.Length}.", nameof(key));
        _key = key;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(key, "ombud master key"u8).AsSpan(0, 8));
    }

    /// <summary>Names the key and tells nothing of it.</summary>
    public string Id { get; }

    /// <summary>Random bytes for a new one.</summary>
    public static byte[] NewBytes() => RandomNumberGenerator.GetBytes(Cipher.KeySize);

    internal byte[] Wrap(string tenant, SubjectKey key) => Cipher.Encipher(_key, key.Bytes, Place(tenant, key.Subject));

    internal SubjectKey? Unwrap(string tenant, Guid subject, byte[] wrapped) =>
        Cipher.Decipher(_key, wrapped, Place(tenant, subject)) is { } bytes ? new SubjectKey(subject, bytes) : null;

    /// <summary>A key of its own for another purpose (RFC 5869), which tells nothing of this one.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Cipher.KeySize, info: System.Text.Encoding.UTF8.GetBytes($"ombud {purpose}"));

    private static string Place(string tenant, Guid subject) => $"key {tenant}/{subject}";
}
