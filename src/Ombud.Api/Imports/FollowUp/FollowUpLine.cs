using NodaTime;
using Ombud.Domain;

namespace Ombud.Api.Imports.FollowUp;

/// <summary>A line of a follow-up import: a command, and the streams that it is for.</summary>
/// <param name="Streams">The report, recommendation or measure; several recommendations where one answer covers them.</param>
/// <param name="Command">A command on reports, recommendations or measures; null where it could not be read.</param>
/// <param name="RecordedAt">Null for now.</param>
/// <param name="Digest">Tells a line that was imported before, in whatever file.</param>
internal sealed record FollowUpLine(
    int Number,
    IReadOnlyList<Guid> Streams,
    object? Command,
    Instant? RecordedAt,
    string Digest,
    IReadOnlyList<Fault> Faults
)
{
    /// <summary>How the line writes the field that the rules call so.</summary>
    public Func<string, string> FieldName { get; init; } = field => field;
}
