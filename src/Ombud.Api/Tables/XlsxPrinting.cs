using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ombud.Api.Tables;

/// <summary>How a sheet is printed: A4 across, one page wide and as many as it needs, numbered.</summary>
internal static class XlsxPrinting
{
    private const uint A4 = 9;

    public static SheetProperties OnePageWide() => new(new PageSetupProperties { FitToPage = true });

    /// <summary>In the order that the format has.</summary>
    public static IEnumerable<OpenXmlElement> Setup() =>
        [
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.7,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = A4,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new HeaderFooter(new OddFooter("&L&A&R&P / &N")),
        ];
}
