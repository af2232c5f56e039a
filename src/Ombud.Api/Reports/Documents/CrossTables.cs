using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>Cases by two kinds of code at once: a row for each area, a column for each matter.</summary>
internal static class CrossTables
{
    public const string Name = "by-service-area-and-matter";

    /// <summary>Without rows where a document has no such table: it was published before there was one.</summary>
    public static DocumentTable Of(StatisticsReport report) =>
        DocumentTable.Of(
            Name,
            report.Tables.AreaByMatter?.Rows ?? [],
            [
                ("code", null, row => Cell.Text(row.Code)),
                ("label", ReportWords.ServiceArea, row => Cell.Text(row.Label)),
                .. (report.Tables.AreaByMatter?.Columns ?? []).Select(
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
