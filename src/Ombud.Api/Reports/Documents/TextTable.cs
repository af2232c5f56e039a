using Ombud.Api.Tables;
using Ombud.Api.Texts;

namespace Ombud.Api.Reports.Documents;

/// <summary>What the office wrote in a report, as a table: a row for each section, without markup.</summary>
internal static class TextTable
{
    public const string Name = "text";

    /// <summary>None where nothing was written.</summary>
    public static IEnumerable<DocumentTable> All(WrittenText? text) =>
        text is null
            ? []
            :
            [
                DocumentTable.Of<(string Section, string? Table, string? Heading, IReadOnlyList<TextBlock> Blocks)>(
                    Name,
                    TextWords.OfOffice,
                    [
                        .. text.Introduction.Count == 0 ? [] : new[] { ("introduction", (string?)null, (string?)null, text.Introduction) },
                        .. text.Comments.Select(each => ("comment", (string?)each.Table, (string?)null, each.Blocks)),
                        .. text.Findings.Select(each => ("finding", (string?)null, (string?)each.Heading, each.Blocks)),
                    ],
                    ("section", null, row => Cell.Text(row.Section)),
                    ("table", null, row => Cell.Text(row.Table)),
                    ("heading", null, row => Cell.Text(row.Heading)),
                    ("text", TextWords.Text, row => Cell.Text(PlainText.Of(row.Blocks)))
                ),
            ];
}
