using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Ombud.Api.Pdf;

/// <summary>The letters of every PDF: part of the program, so that a machine without fonts writes the same as any other.</summary>
internal sealed class PdfFonts : IFontResolver
{
    private const string Family = "Noto Sans";

    static PdfFonts() => GlobalFontSettings.FontResolver = new PdfFonts();

    private PdfFonts() { }

    // One encoding for all texts: the library would take another for those with signs of few languages only.
    private static readonly XPdfFontOptions AnyLanguage = new(PdfFontEncoding.Unicode);

    public static XFont Of(double size, bool bold) => new(Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, AnyLanguage);

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        familyName == Family ? new(bold ? "NotoSans-Bold" : "NotoSans-Regular") : null;

    public byte[]? GetFont(string faceName)
    {
        using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{faceName}.ttf")!;
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return bytes.ToArray();
    }
}
