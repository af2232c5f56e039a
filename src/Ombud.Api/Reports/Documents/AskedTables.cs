using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>The tables that were asked for by name, each row beside those of earlier periods.</summary>
internal static class AskedTables
{
    public static IEnumerable<DocumentTable> All(StatisticsReport report) =>
        report.Tables.Asked.Select(each => Of(each.Name, each.Table, report.Language));

    public static DocumentTable Of(TableName name, FigureTable table, string language) =>
        DocumentTable.Of(
            name.Document,
            Title(table),
            table.Rows,
            [
                .. name.Dimensions.SelectMany(
                    (dimension, place) =>
                        new (string, Phrase?, Func<FigureRow, Cell>)[]
                        {
                            (Column(name, "code", place), null, row => Cell.Text(row.Codes?[place] ?? row.Code)),
                            (Column(name, "label", place), dimension.Label, row => Cell.Text(row.Labels?[place] ?? row.Label)),
                        }
                ),
                (table.Base, name.Counted, row => Cell.Count(row.Count)),
                ("percent", ReportWords.Share, row => Cell.Percent(row.Percent, row.Count is null || table.BaseCount is null)),
                .. table.Measure is null ? [] : SpreadColumns.Of<FigureRow>(row => row.Days),
                .. Earlier(table, "before", ReportWords.PeriodBefore, row => row.Before),
                .. Earlier(table, "year_before", ReportWords.YearBefore, row => row.YearBefore),
            ]
        ) with
        {
            Note = Note(name, table, Numbers.Count(table.BaseCount, language)),
            Nothing = ReportTexts.NothingIn(Title(table)),
        };

    private static Phrase Title(FigureTable table) => new(table.Title, table.Title, table.Title);

    private static Phrase Note(TableName name, FigureTable table, string count) =>
        table.MultipleResponse ? ReportTexts.InSeveralRows(count, name.Counted) : ReportTexts.PercentOf(count, name.Counted);

    private static string Column(TableName name, string column, int place) => name.Dimensions.Count == 1 ? column : $"{column}_{place + 1}";

    /// <summary>Nothing where no row has it: small figures are not shown, or the periods have not as many parts.</summary>
    private static IEnumerable<(string, Phrase?, Func<FigureRow, Cell>)> Earlier(
        FigureTable table,
        string name,
        Phrase heading,
        Func<FigureRow, RowChange?> change
    ) =>
        table.Rows.All(row => change(row) is null)
            ? []
            :
            [
                (name, heading, row => new(CellKind.Count, change(row)?.Count)),
                ($"{name}_difference", ReportWords.Difference, row => new(CellKind.Change, change(row)?.Difference)),
                ($"{name}_percent", ReportWords.DifferencePercent, row => new(CellKind.PercentChange, change(row)?.Percent)),
                .. table.Measure is null ? [] : SpreadColumns.Earlier<FigureRow>(name, heading, row => change(row)?.Days),
            ];
}
