using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Ombud.Api.Tables;

/// <summary>A sheet of a workbook with a table: its title, what it is of, headings that stay in sight and filter, and the rows.</summary>
internal static class XlsxSheet
{
    /// <summary>The row of the headings: below the title, whose figures they are, and what they are of.</summary>
    public const int HeadRow = 4;

    private const double Widest = 60;
    private const double Narrowest = 9;

    /// <summary>How much wider the letters of titles are.</summary>
    public const double TitleSize = 1.5;

    /// <summary>Of a heading on three lines, with the button of the filter.</summary>
    private const double Button = 4;

    public static Worksheet Of(DocumentTable table, WorkbookCover cover)
    {
        var (language, widths) = (cover.Language, table.Columns.Select((_, i) => Width(table, i, cover.Language)).ToList());
        var whole = widths.Sum();
        var last = Column(table.Columns.Count);
        return new([
            XlsxPrinting.OnePageWide(),
            new SheetViews(new SheetView(Frozen()) { WorkbookViewId = 0 }),
            XlsxCells.Columns(widths),
            new SheetData([
                XlsxCells.Line(table.Title.In(language), XlsxStyle.Title, whole / TitleSize, 21),
                XlsxCells.Line(cover.Subject, XlsxStyle.Soft, whole, 14),
                XlsxCells.Line(table.Note?.In(language) ?? "", XlsxStyle.Soft, whole, 14),
                XlsxCells.Row(
                    table.Columns.Select((column, i) => Heading(column, IsNumber(table, i), language)),
                    table.Columns.Index().Max(each => XlsxCells.Lines(HeadingOf(each.Item, language), widths[each.Index] - Button))
                ),
                .. table.Rows.Select(row => XlsxCells.Row(row.Select(XlsxCells.Of), Lines(row, widths))),
            ]),
            new AutoFilter { Reference = FilteredRange(table) },
            .. table.Columns.Count == 1
                ? Array.Empty<OpenXmlElement>()
                : [new MergeCells(Enumerable.Range(1, HeadRow - 1).Select(row => new MergeCell { Reference = $"A{row}:{last}{row}" }))],
            .. XlsxPrinting.Setup(),
        ]);
    }

    /// <param name="fixedPlace">As names have it: with dollars.</param>
    public static string FilteredRange(DocumentTable table, bool fixedPlace = false)
    {
        var (sign, last) = (fixedPlace ? "$" : "", HeadRow + Math.Max(1, table.Rows.Count));
        return $"{sign}A{sign}{HeadRow}:{sign}{Column(table.Columns.Count)}{sign}{last}";
    }

    private static Pane Frozen() =>
        new()
        {
            VerticalSplit = HeadRow,
            TopLeftCell = $"A{HeadRow + 1}",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        };

    private static Xlsx.Cell Heading(Column column, bool number, string language) =>
        XlsxCells.Text(HeadingOf(column, language), number ? XlsxStyle.HeadOfNumbers : XlsxStyle.Head);

    private static string HeadingOf(Column column, string language) => ColumnWords.HeadingOf(column).In(language);

    private static int Lines(IReadOnlyList<Cell> row, List<double> widths) =>
        row.Index().Max(cell => cell.Item.Value is string text ? XlsxCells.Lines(text, widths[cell.Index] - 1) : 1);

    private static bool IsNumber(DocumentTable table, int column) =>
        table.Rows.Count > 0 && table.Rows[0][column].Kind is not (CellKind.Text or CellKind.Day);

    /// <summary>For what stands in it; a heading may have three lines, whose words stay whole.</summary>
    private static double Width(DocumentTable table, int column, string language)
    {
        var heading = HeadingOf(table.Columns[column], language);
        var values = table.Rows.Select(row => Convert.ToString(row[column].Value, CultureInfo.InvariantCulture)?.Length ?? 0);
        var (word, third) = (heading.Split(' ').Max(each => each.Length), heading.Length / 3);
        return Math.Clamp(Math.Max(values.DefaultIfEmpty().Max() + 2, Math.Max(word, third) + Button), Narrowest, Widest);
    }

    /// <summary>A, B … Z, AA and so on.</summary>
    private static string Column(int number) =>
        number <= 26 ? $"{(char)('A' + number - 1)}" : Column((number - 1) / 26) + Column(((number - 1) % 26) + 1);
}
