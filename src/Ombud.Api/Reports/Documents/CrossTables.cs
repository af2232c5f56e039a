using Ombud.Api.Deadlines;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>Cases by two kinds of code at once: a row for each area or unit, a column for each matter.</summary>
internal static class CrossTables
{
    public const string Name = "by-service-area-and-matter";

    public const string ByUnit = "by-unit-and-matter";

    public static DocumentTable ByUnitOf(StatisticsReport report) => Of(ByUnit, report.Tables.UnitByMatter, BoardWords.Unit);

    /// <summary>Without rows where a document has no such table: it was published before there was one.</summary>
    public static DocumentTable Of(StatisticsReport report) => Of(Name, report.Tables.AreaByMatter, ReportWords.ServiceArea);

    private static DocumentTable Of(string name, CrossTable? table, Phrase heading) =>
        DocumentTable.Of(
            name,
            table?.Rows ?? [],
            [
                ("code", null, row => Cell.Text(row.Code)),
                ("label", heading, row => Cell.Text(row.Label)),
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
