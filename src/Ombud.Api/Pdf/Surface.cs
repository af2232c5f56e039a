using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Ombud.Api.Pdf;

/// <summary>The pages that are written on, from top to bottom, with the structure that screen readers go by (PDF/UA).</summary>
/// <param name="footer">What stands at the foot of every page.</param>
/// <param name="pages">How many there will be; null where that is not known yet.</param>
internal sealed class Surface(PdfDocument document, string footer, int? pages) : IDisposable
{
    public const double Left = 51;
    public const double Width = 493;
    private const double Top = 54;
    private const double Bottom = 780;
    private const double FootLine = 806;

    private static readonly XPen Thin = new(XColor.FromArgb(0xb8, 0xbf, 0xc7), 0.5);
    private static readonly XPen Strong = new(XColor.FromArgb(0x1b, 0x1f, 0x24), 1);
    private readonly Dictionary<TextStyle, LineBreaker> _breakers = [];
    private readonly UAManager _manager = UAManager.ForDocument(document);
    private XGraphics? _graphics;

    public StructureBuilder Structure => _manager.StructureBuilder;

    public XGraphics Graphics => _graphics!;

    public PdfPage Page { get; private set; } = null!;

    public int PageNumber => document.PageCount;

    /// <summary>Where the next part begins.</summary>
    public double Y { get; set; }

    public double Room => Bottom - Y;

    /// <summary>The most that a page has room for.</summary>
    public static double Whole => Bottom - Top;

    public bool IsFresh => Y <= Top;

    public void NewPage()
    {
        if (_graphics is not null)
        {
            Structure.EndMarkedContentsWithId();
            _graphics.Dispose();
        }
        Page = document.AddPage();
        Page.Size = PageSize.A4;
        // Readers go from one link to the next as the structure has them.
        Page.Elements.SetName("/Tabs", "/S");
        _graphics = XGraphics.FromPdfPage(Page);
        var number = pages is { } all ? $"{PageNumber} / {all}" : $"{PageNumber}";
        Artifact(() =>
        {
            Write(TextStyle.Note, Breaker(TextStyle.Note).Lines(footer, Width - 60)[0], Left, FootLine);
            WriteToRight(TextStyle.Note, number, Left + Width, FootLine);
        });
        Y = Top;
    }

    /// <summary>Goes on to the next page where there is no room for what has to stand together.</summary>
    public void Require(double height)
    {
        if (Room < height && !IsFresh)
            NewPage();
    }

    public LineBreaker Breaker(TextStyle style) =>
        _breakers.TryGetValue(style, out var known)
            ? known
            : _breakers[style] = new(text => text.Length == 0 ? 0 : Graphics.MeasureString(text, style.Font).Width);

    /// <param name="y">Of the line on which the letters stand.</param>
    public void Write(TextStyle style, string text, double x, double y)
    {
        if (text.Length > 0)
            Graphics.DrawString(text, style.Font, style.Brush, x, y, XStringFormats.BaseLineLeft);
    }

    public void WriteToRight(TextStyle style, string text, double right, double y)
    {
        if (text.Length > 0)
            Graphics.DrawString(text.TrimEnd(' '), style.Font, style.Brush, right, y, XStringFormats.BaseLineRight);
    }

    /// <summary>Lines one below the other, which may go on over pages.</summary>
    public void WriteLines(TextStyle style, string text, double x, double width)
    {
        foreach (var line in Breaker(style).Lines(text, width))
        {
            Require(style.LineHeight);
            Write(style, line, x, Y + style.Size);
            Y += style.LineHeight;
        }
    }

    public void Rule(double x, double width, double y, bool strong = false) =>
        Artifact(() => Graphics.DrawLine(strong ? Strong : Thin, x, y, x + width, y));

    /// <summary>What screen readers pass over.</summary>
    public void Artifact(Action draw)
    {
        Structure.BeginArtifact();
        draw();
        Structure.End();
    }

    public void Tagged(PdfBlockLevelElementTag tag, Action write)
    {
        Structure.BeginElement(tag);
        write();
        Structure.End();
    }

    public void Dispose() => _graphics?.Dispose();
}
