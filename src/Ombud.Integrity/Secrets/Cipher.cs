using System.Security.Cryptography;
using System.Text;

namespace Ombud.Integrity.Secrets;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D): nonce of 12 bytes, tag of 16, then what is enciphered, bound to the place where it stands.
/// </summary>
internal static class Cipher
{
    public const int KeySize = 32;
    private static readonly int Nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;

    /// <param name="place">Moved anywhere else, it cannot be read.</param>
    public static byte[] Encipher(byte[] key, ReadOnlySpan<byte> clear, string place)
    {
        var sealedBytes = new byte[Nonce + Tag + clear.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(
            sealedBytes.AsSpan(0, Nonce),
            clear,
            sealedBytes.AsSpan(Nonce + Tag),
            sealedBytes.AsSpan(Nonce, Tag),
            Encoding.UTF8.GetBytes(place)
        );
        return sealedBytes;
    }

    /// <summary>Null where the key is another one, the place is, or a bit was changed.</summary>
    public static byte[]? Decipher(byte[] key, ReadOnlySpan<byte> enciphered, string place)
    {
        if (enciphered.Length < Nonce + Tag)
            return null;
        var clear = new byte[enciphered.Length - Nonce - Tag];
        try
        {
            using var aes = new AesGcm(key, Tag);
            aes.Decrypt(
                enciphered[..Nonce],
                enciphered[(Nonce + Tag)..],
                enciphered[Nonce..(Nonce + Tag)],
                clear,
                Encoding.UTF8.GetBytes(place)
            );
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
