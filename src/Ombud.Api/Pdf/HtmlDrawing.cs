using System.Globalization;
using AngleSharp.Dom;

namespace Ombud.Api.Pdf;

/// <summary>Reads a drawing of a page: the few forms of SVG that our pages draw with.</summary>
internal static class HtmlDrawing
{
    /// <returns>Null where it has others, as the timeline of measures has: a table says the same.</returns>
    public static Drawing? Of(IElement figure)
    {
        if (figure.QuerySelector("svg") is not { } svg || svg.QuerySelectorAll("pattern, path").Any(HasOtherForms))
            return null;
        var view = Numbers(svg.GetAttribute("viewBox")!).ToList();
        return new(
            HtmlText.Of(svg.QuerySelector("title")!),
            HtmlText.Of(svg.QuerySelector("desc")!),
            view[2],
            view[3],
            [.. svg.QuerySelectorAll("rect, line, path, circle, text").SelectMany(Shapes)]
        );
    }

    /// <summary>Curves are straight lines from point to point.</summary>
    private static bool HasOtherForms(IElement shape) =>
        shape.GetAttribute("d") is not { } path || path.Any(sign => char.IsLetter(sign) && sign is not ('M' or 'L'));

    private static IEnumerable<Shape> Shapes(IElement shape) =>
        shape.LocalName switch
        {
            "rect" => [new Box(shape.At("x"), shape.At("y"), shape.At("width"), shape.At("height"), shape.ClassList.Contains("part"))],
            "line" => [new Stroke([(shape.At("x1"), shape.At("y1")), (shape.At("x2"), shape.At("y2"))], shape.ClassList.Contains("grid"))],
            "circle" => [new Dot(shape.At("cx"), shape.At("cy"), shape.At("r"))],
            "path" => Curves(shape.GetAttribute("d")!),
            _ => [new Lettering(shape.At("x"), shape.At("y"), HtmlText.Of(shape), AnchorOf(shape), shape.ClassList.Contains("value"))],
        };

    private static double At(this IElement shape, string name) => Number(shape.GetAttribute(name) ?? "0");

    /// <summary>Straight lines from point to point; each M begins a new one.</summary>
    private static IEnumerable<Shape> Curves(string path) =>
        path.Split('M', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(curve => Numbers(curve.Replace('L', ' ')).Chunk(2).Select(point => (point[0], point[1])).ToList())
            .Select(points => new Stroke(points, Faint: false));

    private static Anchor AnchorOf(IElement text) =>
        text.ClassList.Contains("middle") ? Anchor.Middle
        : text.ClassList.Contains("end") ? Anchor.End
        : Anchor.Start;

    private static IEnumerable<double> Numbers(string text) =>
        text.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Number);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
