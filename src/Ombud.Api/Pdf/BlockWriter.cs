using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace Ombud.Api.Pdf;

/// <summary>Writes the parts of a document, one below the other.</summary>
/// <param name="places">On which page each heading stands; empty where that is not known yet.</param>
internal sealed class BlockWriter(Surface surface, Bookmarks bookmarks, IReadOnlyDictionary<string, int> places)
{
    private const double Indent = 14;
    private const double NameWidth = 170;

    public void Write(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            surface.Require(Math.Min(Together(blocks, i), Surface.Whole));
            Write(blocks[i]);
        }
    }

    /// <summary>What must not be parted: a heading from what it heads, and a table from what is said above it.</summary>
    private double Together(IReadOnlyList<Block> blocks, int place) =>
        (place < blocks.Count ? blocks[place] : null) switch
        {
            Heading heading => HeightOf(TextStyle.OfHeading(heading.Level), heading.Text) + 30 + Together(blocks, place + 1),
            Paragraph paragraph => HeightOf(paragraph.Soft ? TextStyle.Note : TextStyle.Body, paragraph.Text)
                + 5
                + (place + 1 < blocks.Count && blocks[place + 1] is Grid ? Together(blocks, place + 1) : 0),
            Grid grid => new GridWriter(surface).BeginningOf(grid),
            Facts or BulletList => 60,
            _ => 0,
        };

    private double HeightOf(TextStyle style, string text) => surface.Breaker(style).Lines(text, Surface.Width).Count * style.LineHeight;

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Write(heading);
                break;
            case Paragraph paragraph:
                Write(paragraph);
                break;
            case BulletList list:
                Write(list);
                break;
            case Contents contents:
                Write(contents);
                break;
            case Facts facts:
                Write(facts);
                break;
            case Grid grid:
                new GridWriter(surface).Write(grid);
                break;
            case Drawing drawing:
                DrawingWriter.Write(surface, drawing);
                break;
            case PageBreak:
                surface.NewPage();
                break;
        }
    }

    private void Write(Heading heading)
    {
        var style = TextStyle.OfHeading(heading.Level);
        surface.Y += surface.IsFresh ? 0 : style.Size * 1.1;
        bookmarks.Add(heading, surface);
        surface.Tagged(
            heading.Level switch
            {
                1 => PdfBlockLevelElementTag.Heading1,
                2 => PdfBlockLevelElementTag.Heading2,
                _ => PdfBlockLevelElementTag.Heading3,
            },
            () => surface.WriteLines(style, heading.Text, Surface.Left, Surface.Width)
        );
        surface.Y += style.Size * 0.3;
    }

    private void Write(Paragraph paragraph)
    {
        var style = paragraph.Soft ? TextStyle.Note : TextStyle.Body;
        surface.Tagged(PdfBlockLevelElementTag.Paragraph, () => surface.WriteLines(style, paragraph.Text, Surface.Left, Surface.Width));
        surface.Y += 5;
    }

    private void Write(BulletList list)
    {
        var style = TextStyle.Body;
        surface.Tagged(
            PdfBlockLevelElementTag.List,
            () =>
            {
                foreach (var item in list.Items)
                    surface.Tagged(
                        PdfBlockLevelElementTag.ListItem,
                        () =>
                        {
                            surface.Require(2 * style.LineHeight);
                            surface.Tagged(
                                PdfBlockLevelElementTag.Label,
                                () => surface.Write(style, "•", Surface.Left, surface.Y + style.Size)
                            );
                            surface.Tagged(
                                PdfBlockLevelElementTag.ListBody,
                                () => surface.WriteLines(style, item, Surface.Left + Indent, Surface.Width - Indent)
                            );
                            surface.Y += 3;
                        }
                    );
            }
        );
        surface.Y += 4;
    }

    private void Write(Facts facts)
    {
        var (left, width) = (Surface.Left + NameWidth, Surface.Width - NameWidth);
        surface.Tagged(
            PdfBlockLevelElementTag.List,
            () =>
            {
                foreach (var fact in facts.Rows)
                    surface.Tagged(PdfBlockLevelElementTag.ListItem, () => Write(fact, facts.Large, left, width));
            }
        );
        surface.Y += 8;
    }

    private void Write(Fact fact, bool large, double left, double width)
    {
        var (name, value) = (large ? TextStyle.Body : TextStyle.Name, large ? TextStyle.Figure : TextStyle.Body);
        surface.Require((2 * value.LineHeight) + TextStyle.Note.LineHeight);
        var (top, page) = (surface.Y, surface.PageNumber);
        surface.Tagged(PdfBlockLevelElementTag.Label, () => surface.WriteLines(name, fact.Name, Surface.Left, NameWidth - 10));
        var below = surface.Y;
        // Beside its name, where that did not go on to the next page.
        surface.Y = page == surface.PageNumber ? top : surface.Y;
        surface.Tagged(
            PdfBlockLevelElementTag.ListBody,
            () =>
            {
                surface.Tagged(PdfBlockLevelElementTag.Paragraph, () => surface.WriteLines(value, fact.Value, left, width));
                if (fact.Meaning is { } meaning)
                    surface.Tagged(PdfBlockLevelElementTag.Paragraph, () => surface.WriteLines(TextStyle.Note, meaning, left, width));
            }
        );
        surface.Y = Math.Max(surface.Y, page == surface.PageNumber ? below : 0) + 2;
        surface.Rule(Surface.Left, Surface.Width, surface.Y);
        surface.Y += 4;
    }

    private void Write(Contents contents)
    {
        var style = TextStyle.Body;
        surface.Structure.BeginElement(PdfGroupingElementTag.TableOfContents);
        foreach (var (id, text) in contents.Entries)
        {
            surface.Require(style.LineHeight);
            surface.Structure.BeginElement(PdfGroupingElementTag.TableOfContentsItem);
            Write(style, text, places.GetValueOrDefault(id, 1));
            surface.Structure.End();
        }
        surface.Structure.End();
    }

    private void Write(TextStyle style, string text, int page)
    {
        var line = surface.Breaker(style).Lines(text, Surface.Width - 40)[0];
        var area = new XRect(Surface.Left, surface.Y, Surface.Width, style.LineHeight);
        var link = PdfLinkAnnotation.CreateDocumentLink(new PdfRectangle(surface.Graphics.Transformer.WorldToDefaultPage(area)), page);
        // The moment of making it and its random name would make other bytes each time.
        link.Elements.Remove("/M");
        link.Elements.Remove("/NM");
        surface.Structure.BeginElement(link, text);
        surface.Write(style, $"{line} ", Surface.Left, surface.Y + style.Size);
        surface.WriteToRight(style, $"{page}", Surface.Left + Surface.Width, surface.Y + style.Size);
        surface.Structure.End();
        surface.Y += style.LineHeight;
    }
}
