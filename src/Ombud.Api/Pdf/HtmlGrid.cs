using AngleSharp.Dom;

namespace Ombud.Api.Pdf;

/// <summary>Reads a table of a page.</summary>
internal static class HtmlGrid
{
    public static Grid Of(IElement table)
    {
        var (body, foot) = (Rows(table, "tbody"), Rows(table, "tfoot"));
        var head = Rows(table, "thead") is [var first, ..] ? first : [];
        return new(
            table.QuerySelector("caption") is { } caption ? HtmlText.Of(caption) : null,
            // A heading stands above its figures, to the right like them.
            [.. head.Select((cell, column) => cell with { Number = body.Any(row => row.ElementAtOrDefault(column) is { Number: true }) })],
            body,
            foot
        );
    }

    private static IReadOnlyList<IReadOnlyList<GridCell>> Rows(IElement table, string part) =>
        [.. table.QuerySelectorAll($"{part} tr").Select(row => row.Children.Select(Cell).ToList())];

    private static GridCell Cell(IElement cell) => new(HtmlText.Of(cell), cell.LocalName == "th", cell.ClassList.Contains("number"));
}
