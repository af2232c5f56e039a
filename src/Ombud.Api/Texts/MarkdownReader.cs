using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ombud.Api.Texts;

/// <summary>
/// Reads Markdown (CommonMark) as the blocks that are shown of it. What has no block of its own is shown as it was typed.
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline WithoutHtml = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IReadOnlyList<TextBlock> Read(string markdown) => Blocks(Markdown.Parse(markdown, WithoutHtml));

    /// <summary>Whether a link may lead there. Anything else is shown as text.</summary>
    internal static bool MayLead(string? link) =>
        link is not null
        && (
            link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (
                link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                && Uri.TryCreate(link, UriKind.Absolute, out var address)
                && address.Host.Length > 0
            )
        );

    private static IReadOnlyList<TextBlock> Blocks(ContainerBlock container) => [.. container.Select(Block).OfType<TextBlock>()];

    private static TextBlock? Block(Block block) =>
        block switch
        {
            HeadingBlock heading => new TextBlock.Heading(heading.Level, Runs(heading)),
            ListBlock list => new TextBlock.List(
                !list.IsOrdered ? null
                    : int.TryParse(list.OrderedStart, out var start) ? start
                    : 1,
                [.. list.OfType<ListItemBlock>().Select(Blocks)]
            ),
            QuoteBlock quotation => new TextBlock.Quotation(Blocks(quotation)),
            LinkReferenceDefinitionGroup => null,
            LeafBlock { Inline: not null } paragraph => new TextBlock.Paragraph(Runs(paragraph)),
            LeafBlock { Lines.Count: > 0 } other => new TextBlock.Paragraph([new($"{other.Lines}")]),
            _ => null,
        };

    private static IReadOnlyList<TextRun> Runs(LeafBlock leaf) => [.. Runs(leaf.Inline!, new(""))];

    /// <param name="way">How what stands around it is written.</param>
    private static IEnumerable<TextRun> Runs(ContainerInline container, TextRun way) => container.SelectMany(inline => Runs(inline, way));

    private static IEnumerable<TextRun> Runs(Inline inline, TextRun way) =>
        inline switch
        {
            LiteralInline literal => [way with { Text = $"{literal.Content}" }],
            LineBreakInline line => [way with { Text = line.IsHard ? "\n" : " " }],
            HtmlEntityInline entity => [way with { Text = $"{entity.Transcoded}" }],
            CodeInline code => [way with { Text = code.Content }],
            AutolinkInline auto => [way with { Text = auto.Url, Link = Leading(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url) }],
            LinkInline link => Runs(link, link.IsImage ? way : way with { Link = Leading(link.Url) }),
            EmphasisInline { DelimiterCount: 2 } strong => Runs(strong, way with { Strong = true }),
            EmphasisInline emphasis => Runs(emphasis, way with { Emphasised = true }),
            ContainerInline other => Runs((IEnumerable<Inline>)other, way),
            _ => [],
        };

    private static IEnumerable<TextRun> Runs(IEnumerable<Inline> inlines, TextRun way) => inlines.SelectMany(inline => Runs(inline, way));

    private static string? Leading(string? link) => MayLead(link) ? link : null;
}
