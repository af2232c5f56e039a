using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Domain.ReportTexts;

/// <summary>Something that happened to what the office writes in a report, before the report is published.</summary>
/// <param name="OccurredOn">The day it happened, in the municipality's time zone.</param>
public abstract record ReportTextEvent(LocalDate OccurredOn) : IOccurred;

/// <summary>The office began the text of a report. Whoever writes is told by each entry's own metadata.</summary>
/// <param name="Kind">Which of the municipality's reports it is for.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="Language">The language that it is written in.</param>
public sealed record ReportTextBegun(LocalDate OccurredOn, ReportKind Kind, LocalDate From, LocalDate To, string Language)
    : ReportTextEvent(OccurredOn);

/// <summary>A section of it was written, or written anew.</summary>
/// <param name="Section">What the section is.</param>
/// <param name="Markdown">All that it says.</param>
/// <param name="Table">Of a comment: the table that it is on.</param>
/// <param name="FindingId">Of a finding: its id.</param>
/// <param name="Heading">Of a finding: its heading.</param>
/// <param name="Place">Of a finding: its place among the others; null where nobody said, or as before.</param>
public sealed record ReportTextWritten(
    LocalDate OccurredOn,
    TextSection Section,
    string Markdown,
    string? Table,
    Guid? FindingId,
    string? Heading,
    int? Place
) : ReportTextEvent(OccurredOn);

/// <summary>A section of it was taken out.</summary>
/// <param name="Section">What the section is.</param>
/// <param name="Table">Of a comment: the table that it is on.</param>
/// <param name="FindingId">Of a finding: its id.</param>
public sealed record ReportTextRemoved(LocalDate OccurredOn, TextSection Section, string? Table, Guid? FindingId)
    : ReportTextEvent(OccurredOn);
