using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Ombud.Api.Texts;

/// <summary>A text that people wrote, on a page. All of it is text to the page: no markup of theirs gets through.</summary>
public sealed class TextBlocks : ComponentBase
{
    private const int LowestHeading = 6;

    [Parameter, EditorRequired]
    public required IReadOnlyList<TextBlock> Blocks { get; set; }

    /// <summary>The level of the heading that the text stands under.</summary>
    [Parameter, EditorRequired]
    public required int Under { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Write(builder, Blocks);

    private void Write(RenderTreeBuilder page, IReadOnlyList<TextBlock> blocks)
    {
        foreach (var block in blocks)
            switch (block)
            {
                case TextBlock.Heading heading:
                    Element(page, $"h{Math.Min(LowestHeading, Under + heading.Level)}", () => Write(page, heading.Runs));
                    break;
                case TextBlock.Paragraph paragraph:
                    Element(page, "p", () => Write(page, paragraph.Runs));
                    break;
                case TextBlock.Quotation quotation:
                    Element(page, "blockquote", () => Write(page, quotation.Blocks));
                    break;
                case TextBlock.List list:
                    page.OpenElement(0, list.Start is null ? "ul" : "ol");
                    if (list.Start is { } start and not 1)
                        page.AddAttribute(1, "start", start);
                    foreach (var item in list.Items)
                        Element(page, "li", () => Write(page, item));
                    page.CloseElement();
                    break;
            }
    }

    private static void Write(RenderTreeBuilder page, IReadOnlyList<TextRun> runs)
    {
        foreach (var run in runs)
            Wrapped(page, "strong", run.Strong, () => Wrapped(page, "em", run.Emphasised, () => Linked(page, run)));
    }

    private static void Linked(RenderTreeBuilder page, TextRun run)
    {
        if (run.Text == "\n")
            Element(page, "br", () => { });
        else if (run.Link is not null)
        {
            page.OpenElement(0, "a");
            page.AddAttribute(1, "href", run.Link);
            page.AddAttribute(2, "rel", "noreferrer");
            page.AddContent(3, run.Text);
            page.CloseElement();
        }
        else
            page.AddContent(0, run.Text);
    }

    private static void Wrapped(RenderTreeBuilder page, string element, bool wrapped, Action content)
    {
        if (wrapped)
            Element(page, element, content);
        else
            content();
    }

    private static void Element(RenderTreeBuilder page, string element, Action content)
    {
        page.OpenElement(0, element);
        content();
        page.CloseElement();
    }
}
