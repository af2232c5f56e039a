using Ombud.Api.Texts;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports.Documents;

/// <summary>What the office wrote in a report, as the blocks that every document shows.</summary>
/// <param name="Introduction">None where it has none.</param>
/// <param name="Comments">By the name of the table that they stand under, in the order of the tables.</param>
/// <param name="Findings">In order.</param>
public sealed record WrittenText(
    IReadOnlyList<TextBlock> Introduction,
    IReadOnlyList<(string Table, IReadOnlyList<TextBlock> Blocks)> Comments,
    IReadOnlyList<(string Heading, IReadOnlyList<TextBlock> Blocks)> Findings
)
{
    /// <summary>Null where nothing was written.</summary>
    public static WrittenText? Of(PublishedText? text) =>
        text is null
            ? null
            : new(
                text.Introduction is null ? [] : MarkdownReader.Read(text.Introduction),
                [
                    .. text
                        .Comments.OrderBy(each => Array.IndexOf(ReportTables.OfPublished, each.Table))
                        .Select(each => (each.Table, MarkdownReader.Read(each.Markdown))),
                ],
                [.. text.Findings.Select(each => (each.Heading, MarkdownReader.Read(each.Markdown)))]
            );

    /// <summary>None where nobody commented on the table.</summary>
    public IReadOnlyList<TextBlock> On(string table) => Comments.FirstOrDefault(each => each.Table == table).Blocks ?? [];
}
