namespace Ombud.Api.Pdf;

/// <summary>How wide the columns of a table are.</summary>
/// <param name="Widths">With the space between columns.</param>
/// <param name="Style">Of its rows.</param>
/// <param name="Upright">True where headings but the first are turned, since they are wider than their figures.</param>
internal sealed record GridColumns(IReadOnlyList<double> Widths, TextStyle Style, TextStyle HeadStyle, bool Upright)
{
    public const double Gap = 8;

    /// <summary>The longest line of a heading that is turned.</summary>
    public const double Tallest = 120;

    private const double WidestHeading = 90;

    private static readonly (TextStyle Rows, TextStyle Head)[] Styles =
    [
        (new(9.5), new(9, Bold: true)),
        (new(8.5), new(8.5, Bold: true)),
        (new(7.5), new(7.5, Bold: true)),
    ];

    /// <summary>In the largest letters in which no word has to be broken; null where there is no room in any.</summary>
    public static GridColumns? Of(Grid grid, Surface surface, double width)
    {
        foreach (var upright in grid.Head.Count > 3 ? new[] { false, true } : [false])
        foreach (var (rows, head) in Styles)
            if (Fit(grid, surface, width, rows, head, upright) is { } widths)
                return new(widths, rows, head, upright);
        return null;
    }

    /// <summary>As much as each has words for, less where there is too little room: words are broken then.</summary>
    public static GridColumns Squeezed(Grid grid, Surface surface, double width)
    {
        var (rows, head) = Styles[^1];
        var wanted = Narrowest(grid, surface, rows, head, upright: false).Select(each => Math.Min(each, width / 3)).ToList();
        return new([.. wanted.Select(each => each * Math.Min(1, width / wanted.Sum()))], rows, head, false);
    }

    private static IReadOnlyList<double>? Fit(Grid grid, Surface surface, double width, TextStyle rows, TextStyle head, bool upright)
    {
        var least = Narrowest(grid, surface, rows, head, upright);
        var needed = least.Sum();
        if (needed > width)
            return null;
        var most = least.Select((each, column) => Math.Max(each, Gap + Widest(grid, column, surface, rows, head, upright))).ToList();
        var rest = width - needed;
        var wished = most.Sum() - needed;
        // Where all have room, what is left goes to the first, which names the rows.
        return wished <= rest
            ? [most[0] + rest - wished, .. most.Skip(1)]
            : [.. least.Select((each, column) => each + ((most[column] - each) * rest / wished))];
    }

    private static List<double> Narrowest(Grid grid, Surface surface, TextStyle rows, TextStyle head, bool upright) =>
        [
            .. grid.Head.Select(
                (cell, column) =>
                    Gap
                    + Math.Max(
                        upright && column > 0
                            ? surface.Breaker(head).Lines(cell.Text, Tallest).Count * head.LineHeight
                            : surface.Breaker(head).Narrowest(cell.Text),
                        Texts(grid, column).Select(surface.Breaker(rows).Narrowest).DefaultIfEmpty().Max()
                    )
            ),
        ];

    /// <summary>Of everything on one line, but for headings that are much longer than their figures.</summary>
    private static double Widest(Grid grid, int column, Surface surface, TextStyle rows, TextStyle head, bool upright) =>
        Math.Max(
            upright ? 0 : Math.Min(WidestHeading, surface.Breaker(head).Widest(grid.Head[column].Text)),
            Texts(grid, column).Select(surface.Breaker(rows).Widest).DefaultIfEmpty().Max()
        );

    private static IEnumerable<string> Texts(Grid grid, int column) =>
        grid.Body.Concat(grid.Foot).Where(row => row.Count > column).Select(row => row[column].Text);
}
