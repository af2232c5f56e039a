using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Ombud.Api.Pdf;

/// <summary>
/// Reads a page of ours as the parts that a PDF is made of, so that whatever the page says is in the PDF too. What serves only the
/// screen is left out: links to other languages, forms, and drawings that a table repeats.
/// </summary>
internal static class HtmlBlocks
{
    private static readonly HashSet<string> Left = ["nav", "form", "svg", "style", "script"];

    private static readonly HashSet<string> Inline =
    [
        "a",
        "abbr",
        "b",
        "br",
        "code",
        "em",
        "i",
        "q",
        "small",
        "span",
        "strong",
        "time",
        "wbr",
    ];

    public static Document Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        return new(
            page.Title ?? "",
            page.DocumentElement.GetAttribute("lang") ?? "",
            [
                .. page.QuerySelectorAll("header .owner").SelectMany(Of),
                .. Inside(page.QuerySelector("main")!),
                .. page.QuerySelectorAll("footer > p").Select(footer => new Paragraph(HtmlText.Of(footer), Soft: true)),
            ]
        );
    }

    private static IEnumerable<Block> Inside(INode parent)
    {
        var run = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element || Inline.Contains(element.LocalName))
            {
                run.Add(node);
                continue;
            }
            foreach (var block in Words(run).Concat(Of(element)))
                yield return block;
            run.Clear();
        }
        foreach (var block in Words(run))
            yield return block;
    }

    /// <summary>Text that stands between other parts, in no element of its own.</summary>
    private static IEnumerable<Block> Words(IEnumerable<INode> run) =>
        HtmlText.Of(run) is { Length: > 0 } text ? [new Paragraph(text, Soft: false)] : [];

    private static IEnumerable<Block> Of(IElement element) =>
        element.LocalName switch
        {
            "nav" when element.ClassList.Contains("contents") => ContentsOf(element),
            ['h', >= '1' and <= '6' and var level] => [new Heading(level - '0', HtmlText.Of(element), IdOf(element))],
            "p" or "summary" => HtmlText.Of(element) is { Length: > 0 } text ? [new Paragraph(text, IsSoft(element))] : [],
            "ul" or "ol" => [new BulletList([.. element.Children.Select(HtmlText.Of).Where(text => text.Length > 0)])],
            "dl" => [FactsOf(element)],
            "table" => [HtmlGrid.Of(element)],
            "figure" => HtmlDrawing.Of(element) is { } drawing ? [drawing] : [],
            "div" when element.ClassList.Contains("cover") => Inside(element).Append(new PageBreak()),
            var name when Left.Contains(name) => [],
            _ => Inside(element),
        };

    private static IEnumerable<Block> ContentsOf(IElement element) =>
        [
            new Heading(2, HtmlText.Of(element.QuerySelector("h2")!), null),
            new Contents([.. element.QuerySelectorAll("a").Select(link => (link.GetAttribute("href")![1..], HtmlText.Of(link)))]),
        ];

    /// <summary>A heading of a section is found by the section's id.</summary>
    private static string? IdOf(IElement heading) => heading.ParentElement?.GetAttribute("id") ?? heading.GetAttribute("id");

    private static bool IsSoft(IElement element) => element.ClassList.Any(name => name is "note" or "period" or "as-of" or "owner");

    private static Facts FactsOf(IElement list) =>
        new(
            [
                .. list.QuerySelectorAll("dt")
                    .Select(term => (Term: term, Said: Said(term)))
                    .Select(each => new Fact(
                        HtmlText.Of(each.Term),
                        each.Said.Count > 0 ? HtmlText.Of(each.Said[0]) : "",
                        each.Said.Count > 1 ? string.Join('\n', each.Said.Skip(1).Select(HtmlText.Of)) : null
                    )),
            ],
            list.ClassList.Contains("figures")
        );

    private static List<IElement> Said(IElement term)
    {
        var said = new List<IElement>();
        for (var next = term.NextElementSibling; next is { LocalName: "dd" }; next = next.NextElementSibling)
            said.Add(next);
        return said;
    }
}
