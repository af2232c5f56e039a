using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Ombud.Integrity.Trees;

/// <summary>A tree's size and root as C2SP's tlog-checkpoint writes them, with the signatures of a signed note.</summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    internal const byte Ed25519 = 1;
    private const string Signature = "— ";

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>The whole note, signed by the present key.</summary>
    public string SignedNote(SigningKeys keys)
    {
        var signature = new byte[4 + 64];
        BinaryPrimitives.WriteUInt32BigEndian(signature, SigningKeys.Id(Origin, keys.Public[0]));
        keys.Sign(Encoding.UTF8.GetBytes(Text)).CopyTo(signature, 4);
        return $"{Text}\n{Signature}{Origin} {Convert.ToBase64String(signature)}\n";
    }

    /// <summary>Null where the text is no checkpoint.</summary>
    public static Checkpoint? Read(string note)
    {
        var lines = note.Split('\n');
        return
            lines.Length >= 5
            && lines[0].Length > 0
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && FromBase64(lines[2]) is { Length: TreeTiles.HashSize } root
            && lines[3].Length == 0
            ? new(lines[0], size, root)
            : null;
    }

    /// <summary>Whether a known key has signed this note, which says what this checkpoint says and nothing else.</summary>
    public bool IsSigned(string note, SigningKeys keys)
    {
        if (!note.StartsWith($"{Text}\n", StringComparison.Ordinal) || !note.EndsWith('\n'))
            return false;
        var signatures = note[(Text.Length + 1)..^1].Split('\n').Select(line => line.Split(' ')).ToList();
        return signatures.All(parts => parts is ["—", _, _])
            && signatures
                .Where(parts => parts[1] == Origin)
                .Select(parts => FromBase64(parts[2]))
                .Any(signature =>
                    signature is { Length: 68 }
                    && keys.HaveSigned(
                        Origin,
                        BinaryPrimitives.ReadUInt32BigEndian(signature),
                        Encoding.UTF8.GetBytes(Text),
                        signature.AsSpan(4)
                    )
                );
    }

    /// <summary>Whether it says to be signed by a known key: else the keys are other ones, and not the note was changed.</summary>
    public bool NamesOne(string note, SigningKeys keys) =>
        note.Split('\n')
            .Select(line => line.Split(' '))
            .Where(parts => parts is ["—", _, _])
            .Select(parts => FromBase64(parts[2]))
            .Any(signature =>
                signature is { Length: > 4 }
                && keys.Public.Any(key => SigningKeys.Id(Origin, key) == BinaryPrimitives.ReadUInt32BigEndian(signature))
            );

    private static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
