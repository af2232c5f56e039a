using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Ombud.Api.Pdf;

/// <summary>Writes a table: over as many pages as it needs, with its headings on each, and no row or column lost.</summary>
internal sealed class GridWriter(Surface surface)
{
    private const double Padding = 3;

    /// <summary>Fewer rows than these do not stand alone under their headings.</summary>
    private const int FewestTogether = 3;

    private const double TallestTogether = 100;

    public void Write(Grid grid)
    {
        foreach (var part in Parts(grid))
        {
            surface.Require(BeginningOf(part.Grid, part.Columns));
            WritePart(part.Grid, part.Columns);
        }
    }

    /// <summary>As high as its caption, its headings and the first rows.</summary>
    public double BeginningOf(Grid grid) => Parts(grid).Take(1).Sum(part => BeginningOf(part.Grid, part.Columns));

    private double BeginningOf(Grid grid, GridColumns columns)
    {
        var rows = new GridRows(surface, columns);
        return rows.HeadOf(grid.Head)
            + grid.Body.Take(FewestTogether).Sum(row => Math.Min(rows.HeightOf(row, columns.Style), TallestTogether))
            + (grid.Caption is null ? 0 : 30);
    }

    /// <summary>A table that is wider than a page is several, each with the column that names the rows.</summary>
    private IEnumerable<(Grid Grid, GridColumns Columns)> Parts(Grid grid)
    {
        if (GridColumns.Of(grid, surface, Surface.Width) is { } columns)
            return [(grid, columns)];
        if (grid.Head.Count <= 3)
            return [(grid, GridColumns.Squeezed(grid, surface, Surface.Width))];
        var half = grid.Head.Count / 2;
        return Parts(Only(grid, column => column <= half)).Concat(Parts(Only(grid, column => column == 0 || column > half)));
    }

    private static Grid Only(Grid grid, Func<int, bool> column)
    {
        return new(grid.Caption, Cells(grid.Head), [.. grid.Body.Select(Cells)], [.. grid.Foot.Select(Cells)]);

        IReadOnlyList<GridCell> Cells(IReadOnlyList<GridCell> row) => [.. row.Where((_, place) => column(place))];
    }

    private void WritePart(Grid grid, GridColumns columns)
    {
        var rows = new GridRows(surface, columns);
        var heading = rows.HeadOf(grid.Head);
        surface.Tagged(
            PdfBlockLevelElementTag.Table,
            () =>
            {
                if (grid.Caption is { } caption)
                    WriteCaption(caption);
                surface.Tagged(PdfBlockLevelElementTag.TableHeadRowGroup, () => WriteHead(rows, grid.Head, heading));
                Group(PdfBlockLevelElementTag.TableBodyRowGroup, grid, grid.Body, columns.Style);
                Group(PdfBlockLevelElementTag.TableFooterRowGroup, grid, grid.Foot, columns.HeadStyle);
            }
        );
        surface.Y += 10;

        void Group(PdfBlockLevelElementTag tag, Grid whole, IReadOnlyList<IReadOnlyList<GridCell>> group, TextStyle style)
        {
            if (group.Count == 0)
                return;
            surface.Tagged(
                tag,
                () =>
                {
                    foreach (var row in group)
                        WriteRow(rows, row, style, () => surface.Artifact(() => rows.DrawHead(whole.Head, heading)));
                }
            );
        }
    }

    private void WriteCaption(string caption)
    {
        surface.Structure.BeginElement(PdfGroupingElementTag.Caption);
        surface.Tagged(PdfBlockLevelElementTag.Paragraph, () => surface.WriteLines(TextStyle.Note, caption, Surface.Left, Surface.Width));
        surface.Structure.End();
        surface.Y += 2;
    }

    private void WriteHead(GridRows rows, IReadOnlyList<GridCell> head, double height)
    {
        surface.Tagged(
            PdfBlockLevelElementTag.TableRow,
            () =>
                rows.DrawHead(
                    head,
                    height,
                    (cell, draw) =>
                        surface.Tagged(
                            PdfBlockLevelElementTag.TableHeaderCell,
                            () =>
                            {
                                Scope("/Column");
                                draw();
                            }
                        )
                )
        );
        surface.Rule(Surface.Left, rows.Width, surface.Y, strong: true);
    }

    /// <param name="repeatHead">Draws the headings on a new page.</param>
    private void WriteRow(GridRows rows, IReadOnlyList<GridCell> row, TextStyle style, Action repeatHead)
    {
        var cells = rows.Lines(row, style);
        var (written, all) = (0, cells.Max(lines => lines.Count));
        while (written < all)
        {
            if (surface.Room < ((all - written) * style.LineHeight) + (2 * Padding) && !OnlyHeadAbove())
            {
                surface.NewPage();
                repeatHead();
                surface.Rule(Surface.Left, rows.Width, surface.Y, strong: true);
                _headed = surface.Y;
            }
            // A row that is taller than a page goes on over the next.
            var fitting = Math.Max(1, (int)((surface.Room - (2 * Padding)) / style.LineHeight));
            var now = Math.Min(fitting, all - written);
            surface.Tagged(
                PdfBlockLevelElementTag.TableRow,
                () => rows.Draw(row, cells, style, written, now, (cell, draw) => Cell(cell, draw))
            );
            written += now;
            surface.Rule(Surface.Left, rows.Width, surface.Y);
        }
    }

    private double? _headed;

    private bool OnlyHeadAbove() => _headed == surface.Y;

    private void Cell(GridCell cell, Action draw) =>
        surface.Tagged(
            cell.Heads ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell,
            () =>
            {
                if (cell.Heads)
                    Scope("/Row");
                draw();
            }
        );

    /// <summary>Whether a heading is of its column or of its row; the library has no name for that.</summary>
    private void Scope(string of)
    {
        var attributes = surface.Structure.CurrentStructureElement.TableAttributes;
        attributes.Elements.SetName("/Scope", of);
    }
}
