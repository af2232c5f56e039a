using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Ombud.Domain;

namespace Ombud.Api.Texts;

/// <summary>
/// What is wrong with Markdown that somebody gives: markup beyond what is shown, links that lead elsewhere than to https or mailto, and
/// what is not general in form. Each fault names its places.
/// </summary>
internal static class MarkdownCheck
{
    private const int MostPlaces = 5;
    private static readonly MarkdownPipeline WithHtml = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <param name="isCaseNumber">True for a number that a case of the municipality has.</param>
    public static IReadOnlyList<Fault> Faults(string field, string markdown, Func<string, bool> isCaseNumber)
    {
        if (Parse(markdown) is not { } document)
            return [new(field, "too_deep", "Its lists, quotations or brackets stand too deep within each other.")];
        var seen = PlainText.Seen(MarkdownReader.Read(markdown));
        return
        [
            .. Wrong(document)
                .GroupBy(each => each.Code)
                .Select(group => new Fault(
                    field,
                    group.Key,
                    $"{Places(markdown, [.. group.Select(each => each.At)])}: {Remedy(group.Key)}"
                )),
            .. Particulars(field, markdown, document, seen, isCaseNumber),
            .. string.IsNullOrWhiteSpace(seen) && !string.IsNullOrWhiteSpace(markdown)
                ? [new Fault(field, "required", "Nothing of it would be seen.")]
                : Array.Empty<Fault>(),
        ];
    }

    /// <summary>What might be the number of a case in it.</summary>
    public static IEnumerable<string> Numbers(string markdown) =>
        Parse(markdown) is null
            ? []
            : GeneralForm.Numbers(markdown).Concat(GeneralForm.Numbers(PlainText.Seen(MarkdownReader.Read(markdown)))).Distinct();

    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, WithHtml);
        }
        // The library's limit to how deep elements may stand within each other.
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Code, int At)> Wrong(MarkdownDocument document) =>
        from element in document.Descendants()
        let code = element switch
        {
            HtmlBlock or HtmlInline => "raw_html",
            LinkInline { IsImage: true } => "image",
            LinkInline link when !MarkdownReader.MayLead(link.Url) => "link",
            LinkReferenceDefinition definition when !MarkdownReader.MayLead(definition.Url) => "link",
            AutolinkInline { IsEmail: false } auto when !MarkdownReader.MayLead(auto.Url) => "link",
            CodeBlock or CodeInline or ThematicBreakBlock => "markup",
            _ => null,
        }
        where code is not null
        orderby element.Span.Start
        select (code, element.Span.Start);

    private static string Remedy(string code) =>
        code switch
        {
            "raw_html" => "HTML is not taken. Write a < that is meant as a sign as \\<.",
            "image" => "Images are not taken.",
            "link" => "A link leads to https://… or mailto:….",
            _ => "Use headings, paragraphs, lists, quotations, emphasis and links alone.",
        };

    /// <summary>In the source, where there is a place to name; and in what is seen, where markup or an entity hid it there.</summary>
    private static IEnumerable<Fault> Particulars(
        string field,
        string markdown,
        MarkdownDocument document,
        string seen,
        Func<string, bool> isCaseNumber
    )
    {
        var found = GeneralForm.Find(WithoutMailboxes(markdown, document), isCaseNumber).ToList();
        foreach (var each in found.DistinctBy(each => (each.Code, each.Value)))
        {
            var places = found.Where(other => (other.Code, other.Value) == (each.Code, each.Value)).Select(other => other.At);
            yield return each.Fault(field, $"{Places(markdown, [.. places])}: ");
        }
        foreach (var each in GeneralForm.Find(seen, isCaseNumber).Where(each => found.All(other => other.Code != each.Code)))
            yield return each.Fault(field, "As it is shown: ");
    }

    /// <summary>A mailbox that a link leads to is one that the office makes known; one that is written out may be anybody's.</summary>
    private static string WithoutMailboxes(string markdown, MarkdownDocument document)
    {
        var text = markdown.ToCharArray();
        foreach (
            var span in document
                .Descendants()
                .Select(element =>
                    element switch
                    {
                        LinkInline { Url: { } url } link when IsMailbox(url) => link.UrlSpan,
                        LinkReferenceDefinition { Url: { } url } definition when IsMailbox(url) => definition.UrlSpan,
                        _ => SourceSpan.Empty,
                    }
                )
                .Where(span => span.Start >= 0 && span.End < text.Length)
        )
            Array.Fill(text, ' ', span.Start, span.Length);
        return new(text);
    }

    private static bool IsMailbox(string url) => url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>As in <c>Line 2, column 14; line 5, column 1</c>.</summary>
    private static string Places(string text, IReadOnlyList<int> at)
    {
        var places = string.Join("; ", at.Distinct().Order().Take(MostPlaces).Select(each => Place(text, each)));
        return $"{char.ToUpperInvariant(places[0])}{places[1..]}{(at.Count > MostPlaces ? "; and more" : "")}";
    }

    private static string Place(string text, int at)
    {
        var before = text.AsSpan(0, Math.Clamp(at, 0, text.Length));
        return $"line {before.Count('\n') + 1}, column {before.Length - before.LastIndexOf('\n')}";
    }
}
