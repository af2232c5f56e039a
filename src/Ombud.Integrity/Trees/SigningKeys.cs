using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Ombud.Integrity.Trees;

/// <summary>
/// The Ed25519 key that checkpoints are signed with, and the public keys of those before it, by which earlier checkpoints are known.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    public const int KeySize = 32;
    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;
    private readonly Key _key;

    /// <param name="origin">Names the log of each municipality, before its code: a URL without its scheme, such as
    /// <c>ombud.example.no</c>.</param>
    /// <param name="seed">32 bytes.</param>
    /// <param name="previous">32 bytes each.</param>
    public SigningKeys(string origin, ReadOnlySpan<byte> seed, params IReadOnlyList<byte[]> previous)
    {
        Origin = origin;
        _key = Key.Import(Algorithm, seed, KeyBlobFormat.RawPrivateKey);
        Public = [_key.PublicKey.Export(KeyBlobFormat.RawPublicKey), .. previous];
    }

    public string Origin { get; }

    /// <summary>The present one first.</summary>
    public IReadOnlyList<byte[]> Public { get; }

    /// <summary>What a log is called.</summary>
    public string NameOf(string tenant) => $"{Origin}/{tenant}";

    /// <summary>The keys as C2SP's signed-note says them, for whoever verifies a municipality's checkpoints.</summary>
    public IReadOnlyList<string> VerifierKeys(string tenant) =>
        [.. Public.Select(key => $"{NameOf(tenant)}+{Id(NameOf(tenant), key):x8}+{Convert.ToBase64String([Checkpoint.Ed25519, .. key])}")];

    internal byte[] Sign(ReadOnlySpan<byte> text) => Algorithm.Sign(_key, text);

    /// <summary>Whether one of the keys has signed it.</summary>
    internal bool HaveSigned(string name, uint id, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        foreach (var known in Public)
            if (
                Id(name, known) == id
                && PublicKey.TryImport(Algorithm, known, KeyBlobFormat.RawPublicKey, out var key)
                && Algorithm.Verify(key!, text, signature)
            )
                return true;
        return false;
    }

    /// <summary>The first bytes of a hash over the log's name and the key.</summary>
    internal static uint Id(string name, byte[] key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Checkpoint.Ed25519, .. key]));

    public void Dispose() => _key.Dispose();
}
