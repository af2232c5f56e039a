using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;

namespace Ombud.Api.Imports;

/// <summary>A line of an import: commands on one case, and when they were recorded where they came from.</summary>
/// <param name="Case">The case's number, which names it in the file.</param>
/// <param name="RecordedAt">Null for now.</param>
/// <param name="Digest">Tells a line that was imported before, in whatever file.</param>
/// <param name="Faults">
/// What could not be read. The rest is checked against the rules all the same, so that all faults come at once.
/// </param>
internal sealed record ImportLine(
    int Number,
    string Case,
    IReadOnlyList<CaseCommand> Commands,
    Instant? RecordedAt,
    string Digest,
    IReadOnlyList<Fault> Faults
)
{
    /// <summary>How the file writes the field that the rules call so: CSV has columns in snake_case.</summary>
    public required Func<string, string> FieldName { get; init; }

    /// <summary>True for a row that says what the case is, and not what happened: of a case that is there it adds what is new.</summary>
    public bool SaysWhatIs { get; init; }

    public bool TellsOfAPerson => Commands.Any(command => command.TellsOfAPerson());

    /// <summary>The people whom it names by their ids.</summary>
    public IEnumerable<Guid> People => Commands.Select(command => (command as ReceiveCase)?.PersonId).OfType<Guid>();

    /// <summary>Stands for a number where the line has none of its own.</summary>
    public static string Unnamed(int line) => $"(line {line})";

    public static string DigestOf(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)).AsSpan(0, 16));
    }
}

/// <summary>The lines of a file, and what is wrong with it as a whole.</summary>
/// <param name="Understood">How the file was read, in words.</param>
internal sealed record ImportLines(IReadOnlyList<ImportLine> Lines, IReadOnlyList<LineFault> Faults, string Understood)
{
    /// <summary>The columns by their names, where it is a table; one that is not known as it stands there.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
