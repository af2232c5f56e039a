using PdfSharp.Drawing;

namespace Ombud.Api.Pdf;

/// <summary>How a text is set.</summary>
internal sealed record TextStyle(double Size, bool Bold = false, bool Soft = false)
{
    private const double LinesApart = 1.35;

    public static readonly TextStyle Body = new(10);
    public static readonly TextStyle Note = new(9, Soft: true);
    public static readonly TextStyle Name = new(10, Soft: true);
    public static readonly TextStyle Figure = new(16, Bold: true);
    public static readonly TextStyle Title = new(26, Bold: true);
    public static readonly TextStyle Section = new(15, Bold: true);
    public static readonly TextStyle Part = new(11.5, Bold: true);

    // Both have at least 4.5 to 1 on white (WCAG AA).
    private static readonly XBrush Ink = new XSolidBrush(XColor.FromArgb(0x1b, 0x1f, 0x24));
    private static readonly XBrush SoftInk = new XSolidBrush(XColor.FromArgb(0x4d, 0x55, 0x60));

    public XFont Font { get; } = PdfFonts.Of(Size, Bold);

    public XBrush Brush => Soft ? SoftInk : Ink;

    public double LineHeight => Size * LinesApart;

    public static TextStyle OfHeading(int level) =>
        level switch
        {
            1 => Title,
            2 => Section,
            _ => Part,
        };
}
