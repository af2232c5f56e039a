using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>Cases by two kinds of code at once: a row for each area or unit, a column for each matter.</summary>
internal static class CrossTables
{
    /// <summary>Without rows where a document has no such table: it was published before there was one.</summary>
    public static DocumentTable Of(StandardTable standard, CrossTable? table) =>
        DocumentTable.Of(
            standard.Document,
            standard.Counts.Title,
            table?.Rows ?? [],
            [
                ("code", null, row => Cell.Text(row.Code)),
                ("label", standard.Counts.Dimensions[0].Label, row => Cell.Text(row.Label)),
                .. (table?.Columns ?? []).Select(
                    (column, i) =>
                        (
                            column.Code,
                            (Phrase?)new Phrase(column.Label, column.Label, column.Label),
                            (Func<CrossRow, Cell>)(row => Cell.Count(row.Counts[i]))
                        )
                ),
            ]
        );
}
