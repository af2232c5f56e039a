using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Reports;

namespace Ombud.Domain.ReportTexts;

/// <summary>Something that the office wants done to the text of a report.</summary>
public abstract record ReportTextCommand;

/// <summary>Begins the text of a report that is still to be published, or of its corrigendum.</summary>
/// <param name="Kind">Which of the municipality's reports it is for.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="Language">The language that it is written in; the municipality's own, unless it is given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record BeginReportText(
    ReportKind Kind,
    LocalDate From,
    LocalDate To,
    string? Language = null,
    [property: NotNil] Guid? Id = null
) : ReportTextCommand, ICreating;

/// <summary>
/// Writes a section of the text, or writes it anew: the introduction, a comment on a table, or a finding. It is general in form, as
/// feedback is: no case number, no number or address of a person.
/// </summary>
/// <param name="Section">What the section is.</param>
/// <param name="Markdown">
/// All that it says, in Markdown: headings, paragraphs, lists, quotations, emphasis, and links to https and mailto. No HTML, no images.
/// </param>
/// <param name="Table">Of a comment: the table that it is on, by its name in documents, such as <c>by-month</c>.</param>
/// <param name="FindingId">Of a finding that is written anew: its id. The caller's own, or a new one, for one that is new.</param>
/// <param name="Heading">Of a finding: its heading, without Markdown.</param>
/// <param name="Place">Of a finding: its place among the others; as it was, or after those that have one, unless it is given.</param>
public sealed record WriteReportText(
    TextSection Section,
    [property: Prose(Limits.Section)] string Markdown,
    [property: MaxLength(200)] string? Table = null,
    [property: NotNil] Guid? FindingId = null,
    [property: MaxLength(Limits.Line)] string? Heading = null,
    [property: Range(1, 1000)] int? Place = null
) : ReportTextCommand;

/// <summary>Takes a section out of the text.</summary>
/// <param name="Section">What the section is.</param>
/// <param name="Table">Of a comment: the table that it is on.</param>
/// <param name="FindingId">Of a finding: its id.</param>
public sealed record RemoveReportText(TextSection Section, [property: MaxLength(200)] string? Table = null, Guid? FindingId = null)
    : ReportTextCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawReportTextEntry(int Version, [property: MaxLength(Limits.Line)] string Reason, ReportTextCommand? Replacement)
    : ReportTextCommand,
        IEntryWithdrawal<ReportTextCommand>;
