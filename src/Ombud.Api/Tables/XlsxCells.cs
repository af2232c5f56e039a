using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using NodaTime.Text;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Ombud.Api.Tables;

/// <summary>Cells of a workbook.</summary>
internal static class XlsxCells
{
    public const double LineHeight = 15;

    // Day 1 of a spreadsheet is the first of 1900, which it takes for a leap year.
    private static readonly LocalDate Zero = new(1899, 12, 30);

    public static Xlsx.Cell Of(Cell cell) =>
        cell switch
        {
            { Hidden: true } => Text(Cell.HiddenSign, XlsxStyle.Sign),
            { Value: null } => new() { StyleIndex = (uint)XlsxStyles.Of(cell.Kind) },
            { Kind: CellKind.Day, Value: string day } => Number(
                Period.DaysBetween(Zero, LocalDatePattern.Iso.Parse(day).Value),
                XlsxStyle.Day
            ),
            { Value: string text } => Text(text, XlsxStyle.Wrapped),
            { Kind: CellKind.Percent or CellKind.PercentChange, Value: decimal percent } => Number(percent / 100, XlsxStyles.Of(cell.Kind)),
            _ => Number(cell.Value, XlsxStyles.Of(cell.Kind)),
        };

    public static Xlsx.Cell Text(string text, XlsxStyle style) =>
        new(new InlineString(new Text(string.Concat(text.Where(XmlConvert.IsXmlChar))) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = (uint)style,
        };

    private static Xlsx.Cell Number(object value, XlsxStyle style) =>
        new(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { StyleIndex = (uint)style };

    /// <summary>A row with one text, as high as its lines.</summary>
    /// <param name="width">In characters.</param>
    public static Row Line(string text, XlsxStyle style, double width, double lineHeight = LineHeight) =>
        new(text.Length == 0 ? new Xlsx.Cell() : Text(text, style)) { Height = Lines(text, width) * lineHeight, CustomHeight = true };

    /// <summary>A row as high as the most lines in it: not every spreadsheet finds that out by itself.</summary>
    public static Row Row(IEnumerable<Xlsx.Cell> cells, int lines) =>
        lines > 1 ? new(cells) { Height = lines * LineHeight, CustomHeight = true } : new(cells);

    /// <summary>How many lines a text has in a column.</summary>
    /// <param name="width">In characters.</param>
    public static int Lines(string text, double width)
    {
        var (lines, filled) = (1, 0d);
        foreach (var word in text.Split(' ').Select(word => word.Length))
        {
            if (filled > 0 && filled + 1 + word > width)
                (lines, filled) = (lines + 1, 0);
            filled += word + (filled > 0 ? 1 : 0);
            for (; filled > width; filled -= width)
                lines++;
        }
        return lines;
    }

    public static Columns Columns(IEnumerable<double> widths) =>
        new(
            widths
                .Index()
                .Select(width => new Xlsx.Column
                {
                    Min = (uint)width.Index + 1,
                    Max = (uint)width.Index + 1,
                    Width = width.Item,
                    CustomWidth = true,
                })
        );
}
