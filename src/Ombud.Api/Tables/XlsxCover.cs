using DocumentFormat.OpenXml.Spreadsheet;

namespace Ombud.Api.Tables;

/// <summary>The first sheet of a workbook.</summary>
internal static class XlsxCover
{
    private const double Names = 36;
    private const double Values = 90;

    public static Worksheet Of(WorkbookCover cover)
    {
        var rows = Rows(cover).ToList();
        return new([
            XlsxPrinting.OnePageWide(),
            new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }),
            XlsxCells.Columns([Names, Values]),
            new SheetData(rows.Select(each => each.Row)),
            new MergeCells(
                rows.Index()
                    .Where(each => each.Item.Across)
                    .Select(each => new MergeCell { Reference = $"A{each.Index + 1}:B{each.Index + 1}" })
            ),
            .. XlsxPrinting.Setup(),
        ]);
    }

    /// <summary>Those that go across both columns are texts; the others are names with what they are.</summary>
    private static IEnumerable<(Row Row, bool Across)> Rows(WorkbookCover cover)
    {
        yield return (XlsxCells.Line(cover.Title, XlsxStyle.Title, (Names + Values) / XlsxSheet.TitleSize, 21), true);
        yield return (XlsxCells.Line(cover.Subject, XlsxStyle.Soft, Names + Values), true);
        yield return (new Row(), false);
        foreach (var (name, value) in cover.Facts)
            yield return (
                XlsxCells.Row(
                    [XlsxCells.Text(name.In(cover.Language), XlsxStyle.Bold), XlsxCells.Text(value, XlsxStyle.Wrapped)],
                    XlsxCells.Lines(value, Values)
                ),
                false
            );
        yield return (new Row(), false);
        yield return (new Row(XlsxCells.Text(cover.DefinitionsTitle.In(cover.Language), XlsxStyle.Bold)), false);
        foreach (var definition in cover.Definitions)
            yield return (XlsxCells.Line(definition, XlsxStyle.Wrapped, Names + Values), true);
    }
}
