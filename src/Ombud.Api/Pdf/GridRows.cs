using PdfSharp.Drawing;

namespace Ombud.Api.Pdf;

/// <summary>Draws rows of a table, cell by cell.</summary>
internal sealed class GridRows(Surface surface, GridColumns columns)
{
    private const double Padding = 3;

    public double Width { get; } = columns.Widths.Sum();

    /// <summary>The lines of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines(IReadOnlyList<GridCell> row, TextStyle style) =>
        [.. row.Select((cell, column) => surface.Breaker(style).Lines(cell.Text, columns.Widths[column] - GridColumns.Gap))];

    public double HeightOf(IReadOnlyList<GridCell> row, TextStyle style) =>
        (Lines(row, style).Max(lines => lines.Count) * style.LineHeight) + (2 * Padding);

    public double HeadOf(IReadOnlyList<GridCell> head) =>
        !columns.Upright
            ? HeightOf(head, columns.HeadStyle)
            : Math.Max(
                HeightOf(head.Take(1).ToList(), columns.HeadStyle),
                head.Skip(1).SelectMany(Turned).Max(line => surface.Breaker(columns.HeadStyle).Widest(line)) + (2 * Padding)
            );

    /// <param name="tagged">Draws a cell within its element of the structure; none on later pages.</param>
    public void DrawHead(IReadOnlyList<GridCell> head, double height, Action<GridCell, Action>? tagged = null)
    {
        var (left, style) = (Surface.Left, columns.HeadStyle);
        foreach (var (column, cell) in head.Index())
        {
            var (x, width) = (left, columns.Widths[column]);
            if (tagged is null)
                Draw();
            else
                tagged(cell, Draw);
            left += width;

            void Draw()
            {
                if (columns.Upright && column > 0)
                    DrawTurned(cell, x, width, height);
                else
                {
                    var lines = surface.Breaker(style).Lines(cell.Text, width - GridColumns.Gap);
                    // At the foot, next to the figures.
                    var y = surface.Y + height - Padding - (lines.Count * style.LineHeight);
                    DrawLines(cell, lines, style, x, width, y);
                }
            }
        }
        surface.Y += height;
    }

    /// <param name="from">The first line that is drawn.</param>
    public void Draw(
        IReadOnlyList<GridCell> row,
        IReadOnlyList<IReadOnlyList<string>> cells,
        TextStyle style,
        int from,
        int count,
        Action<GridCell, Action> tagged
    )
    {
        var left = Surface.Left;
        foreach (var (column, cell) in row.Index())
        {
            var (x, width, lines) = (left, columns.Widths[column], cells[column].Skip(from).Take(count).ToList());
            tagged(cell, () => DrawLines(cell, lines, style, x, width, surface.Y + Padding));
            left += width;
        }
        surface.Y += (count * style.LineHeight) + (2 * Padding);
    }

    private void DrawLines(GridCell cell, IReadOnlyList<string> lines, TextStyle style, double x, double width, double y)
    {
        foreach (var (i, line) in lines.Index())
        {
            var on = y + (i * style.LineHeight) + style.Size;
            if (cell.Number)
                surface.WriteToRight(style, line, x + width - 1, on);
            else
                surface.Write(style, line, x, on);
        }
    }

    private IReadOnlyList<string> Turned(GridCell cell) => surface.Breaker(columns.HeadStyle).Lines(cell.Text, GridColumns.Tallest);

    /// <summary>Upwards, the last of its lines next to the right side of the column, above the figures.</summary>
    private void DrawTurned(GridCell cell, double x, double width, double height)
    {
        var (style, lines) = (columns.HeadStyle, Turned(cell));
        foreach (var (i, line) in lines.Index())
        {
            var at = new XPoint(x + width - 2 - ((lines.Count - 1 - i) * style.LineHeight), surface.Y + height - Padding);
            var state = surface.Graphics.Save();
            surface.Graphics.RotateAtTransform(-90, at);
            surface.Write(style, line, at.X, at.Y);
            // What is marked ends before the turn does.
            surface.Structure.EndMarkedContentsWithId();
            surface.Graphics.Restore(state);
        }
    }
}
