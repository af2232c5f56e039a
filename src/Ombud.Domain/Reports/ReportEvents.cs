using NodaTime;

namespace Ombud.Domain.Reports;

/// <summary>
/// The ombud put a report before the public. It keeps the document to the byte and everything needed to make it again: the moment up
/// to which history was closed, the place in the log, the policy.
/// </summary>
/// <param name="OccurredOn">The day of publication.</param>
/// <param name="AsOf">The moment whose knowledge it shows. History is closed up to it: all that was recorded by then is committed, all else
/// is later.</param>
/// <param name="Position">The place in the log of the last event that it can have seen.</param>
/// <param name="MinimumCell">The smallest count that is shown, but for 0; 0 shows all.</param>
/// <param name="Digest">SHA-256 of the document's bytes.</param>
/// <param name="Document">The document: canonical JSON (RFC 8785).</param>
/// <param name="Supersedes">The report that it is a corrigendum to, or null.</param>
/// <param name="Reason">Why it had to be corrected.</param>
/// <param name="Layout">Which parts the document has; null for the first layout, which had no number.</param>
/// <param name="Text">What the office wrote in it; null where it wrote nothing.</param>
public sealed record ReportPublished(
    LocalDate OccurredOn,
    ReportKind Kind,
    LocalDate From,
    LocalDate To,
    LocalDate CutOff,
    string Language,
    string? Title,
    int MinimumCell,
    Instant AsOf,
    long Position,
    string Digest,
    string Document,
    Guid? Supersedes = null,
    string? Reason = null,
    int? Layout = null,
    ReportTextVersion? Text = null
) : IOccurred;

/// <summary>A version of the text of a report.</summary>
/// <param name="Id">The id of the text.</param>
/// <param name="Version">How many events it had.</param>
public sealed record ReportTextVersion(Guid Id, int Version);
