using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ombud.Api.Tables;

/// <summary>How a cell of a workbook looks. The number is its place among the styles.</summary>
internal enum XlsxStyle : uint
{
    Plain,
    Title,
    Soft,
    Wrapped,
    Bold,
    Head,
    HeadOfNumbers,
    Sign,
    Day,
    Count,
    Days,
    Percent,
    Change,
    PercentChange,
}

/// <summary>The styles of a workbook.</summary>
internal static class XlsxStyles
{
    private const uint FirstOwn = 164;

    // Each spreadsheet writes them with the signs of its own language.
    private static readonly string[] Formats = ["yyyy\\-mm\\-dd", "#,##0", "#,##0.0", "0.0%", "+#,##0;\\-#,##0;0", "+0.0%;\\-0.0%;0.0%"];

    public static XlsxStyle Of(CellKind kind) =>
        kind switch
        {
            CellKind.Day => XlsxStyle.Day,
            CellKind.Count => XlsxStyle.Count,
            CellKind.Days => XlsxStyle.Days,
            CellKind.Percent => XlsxStyle.Percent,
            CellKind.Change => XlsxStyle.Change,
            CellKind.PercentChange => XlsxStyle.PercentChange,
            _ => XlsxStyle.Wrapped,
        };

    public static Stylesheet All() =>
        new(
            new NumberingFormats(
                Formats
                    .Index()
                    .Select(format => new NumberingFormat { NumberFormatId = FirstOwn + (uint)format.Index, FormatCode = format.Item })
            ),
            new Fonts(Font(11), Font(16, bold: true), Font(10, colour: "FF4D5560"), Font(11, bold: true)),
            // The first two belong to the spreadsheet.
            new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid, "FFE8EDF3")),
            new Borders(new Border(), new Border(new BottomBorder(new Color { Rgb = "FF1D4F91" }) { Style = BorderStyleValues.Medium })),
            new CellStyleFormats(new CellFormat()),
            new CellFormats([
                Style(),
                Style(font: 1, wrapped: true),
                Style(font: 2, wrapped: true),
                Style(wrapped: true),
                Style(font: 3),
                Style(font: 3, fill: 2, border: 1, wrapped: true, down: true),
                Style(font: 3, fill: 2, border: 1, wrapped: true, down: true, right: true),
                Style(right: true),
                .. Formats.Index().Select(format => Style(format: FirstOwn + (uint)format.Index)),
            ])
        );

    private static Font Font(double size, bool bold = false, string? colour = null)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Fill(PatternValues pattern, string? colour = null) =>
        new(
            colour is null
                ? new PatternFill { PatternType = pattern }
                : new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = pattern }
        );

    /// <param name="down">At the foot of its row.</param>
    private static CellFormat Style(
        uint format = 0,
        uint font = 0,
        uint fill = 0,
        uint border = 0,
        bool wrapped = false,
        bool down = false,
        bool right = false
    ) =>
        new(
            new Alignment
            {
                WrapText = wrapped,
                Vertical = down ? VerticalAlignmentValues.Bottom : VerticalAlignmentValues.Top,
                Horizontal = right ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.General,
            }
        )
        {
            NumberFormatId = format,
            FontId = font,
            FillId = fill,
            BorderId = border,
            ApplyNumberFormat = format > 0,
            ApplyFont = font > 0,
            ApplyFill = fill > 0,
            ApplyBorder = border > 0,
            ApplyAlignment = true,
        };
}
