using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Api.Imports;

/// <summary>A line of an import: commands on one case, and when they were recorded where they came from.</summary>
/// <param name="Case">The case's number, which names it in the file.</param>
/// <param name="RecordedAt">Null for now.</param>
/// <param name="Digest">Tells a line that was imported before, in whatever file.</param>
internal sealed record ImportLine(int Number, string Case, IReadOnlyList<CaseCommand> Commands, Instant? RecordedAt, string Digest)
{
    public static string DigestOf(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)).AsSpan(0, 16));
    }
}

/// <summary>The lines of a file that could be read, and what is wrong with the others.</summary>
internal sealed record ImportLines(IReadOnlyList<ImportLine> Lines, IReadOnlyList<LineFault> Faults);
