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
        new(
            new InlineString(
                new Text(string.Concat(text.Where(XmlConvert.IsXmlChar))) { Space = SpaceProcessingModeValues.Preserve }
            )
        )
        {
            DataType = CellValues.InlineString,
            StyleIndex = (uint)style,
        };

    private static Xlsx.Cell Number(object value, XlsxStyle style) =>
        new(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { StyleIndex = (uint)style };

    /// <summary>A row with one text, as high as its lines.</summary>
    /// <param name="width">In characters.</param>
    public static Row Line(string text, XlsxStyle style, double width, double lineHeight)
    {
        var lines = text.Length == 0 ? 1 : Math.Ceiling(text.Length / Math.Max(width, 1));
        return new(text.Length == 0 ? new Xlsx.Cell() : Text(text, style)) { Height = lines * lineHeight, CustomHeight = true };
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
