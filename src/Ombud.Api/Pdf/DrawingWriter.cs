using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Ombud.Api.Pdf;

/// <summary>Draws a chart, with its words for those who do not see it.</summary>
internal static class DrawingWriter
{
    private const double Widest = 330;
    private const double LetterSize = 15;

    private static readonly XColor Bar = XColor.FromArgb(0x1d, 0x4f, 0x91);
    private static readonly XColor Faint = XColor.FromArgb(0xd4, 0xd9, 0xdf);

    public static void Write(Surface surface, Drawing drawing)
    {
        var scale = Math.Min(Widest / drawing.Width, (Surface.Whole - 40) / drawing.Height);
        var height = drawing.Height * scale;
        surface.Require(height + 30);
        surface.Y += 6;
        surface.Tagged(
            PdfBlockLevelElementTag.Paragraph,
            () => surface.WriteLines(TextStyle.Part, drawing.Title, Surface.Left, Surface.Width)
        );
        var at = new XRect(Surface.Left, surface.Y, drawing.Width * scale, height);
        surface.Structure.BeginElement(
            PdfIllustrationElementTag.Figure,
            $"{drawing.Title}. {drawing.Words}",
            surface.Graphics.Transformer.WorldToDefaultPage(at)
        );
        foreach (var shape in drawing.Shapes)
            Draw(surface, shape, at, scale);
        surface.Structure.End();
        surface.Y += height + 12;
    }

    private static void Draw(Surface surface, Shape shape, XRect at, double scale)
    {
        var graphics = surface.Graphics;
        switch (shape)
        {
            case Box { Outlined: true } box:
                graphics.DrawRectangle(new XPen(Bar, 1.2) { DashStyle = XDashStyle.Dash }, Area(box));
                break;
            case Box box:
                graphics.DrawRectangle(new XSolidBrush(Bar), Area(box));
                break;
            case Stroke { Points.Count: > 1 } stroke:
                graphics.DrawLines(new XPen(stroke.Faint ? Faint : Bar, 1), [.. stroke.Points.Select(point => Point(point.X, point.Y))]);
                break;
            case Dot dot:
                var (center, radius) = (Point(dot.X, dot.Y), dot.Radius * scale);
                graphics.DrawEllipse(new XSolidBrush(Bar), center.X - radius, center.Y - radius, 2 * radius, 2 * radius);
                break;
            case Lettering { Text.Length: > 0 } words:
                var style = new TextStyle(LetterSize * scale, words.Bold);
                graphics.DrawString(words.Text, style.Font, style.Brush, Point(words.X, words.Y), Format(words.Anchor));
                break;
        }

        XPoint Point(double x, double y) => new(at.X + (x * scale), at.Y + (y * scale));

        XRect Area(Box box) => new(Point(box.X, box.Y), new XSize(box.Width * scale, box.Height * scale));
    }

    private static XStringFormat Format(Anchor anchor) =>
        anchor switch
        {
            Anchor.Middle => XStringFormats.BaseLineCenter,
            Anchor.End => XStringFormats.BaseLineRight,
            _ => XStringFormats.BaseLineLeft,
        };
}
