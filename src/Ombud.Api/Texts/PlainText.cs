using System.Text;

namespace Ombud.Api.Texts;

/// <summary>A text without markup, for a terminal and for cells of a table.</summary>
public static class PlainText
{
    public static string Of(IReadOnlyList<TextBlock> blocks) => Written(blocks, Reference);

    /// <summary>Only what a reader of a page sees: not where links lead.</summary>
    internal static string Seen(IReadOnlyList<TextBlock> blocks) => Written(blocks, _ => "");

    private static string Written(IReadOnlyList<TextBlock> blocks, Func<TextRun, string> reference) =>
        string.Join("\n\n", blocks.Select(block => Written(block, reference)));

    private static string Written(TextBlock block, Func<TextRun, string> reference) =>
        block switch
        {
            TextBlock.Heading heading => Written(heading.Runs, reference),
            TextBlock.Paragraph paragraph => Written(paragraph.Runs, reference),
            TextBlock.Quotation quotation => Indented(Written(quotation.Blocks, reference), "  "),
            TextBlock.List list => string.Join(
                '\n',
                list.Items.Select(
                    (item, i) =>
                        Indented(
                            string.Join('\n', item.Select(each => Written(each, reference))),
                            "  ",
                            list.Start is { } start ? $"{start + (long)i}. " : "- "
                        )
                )
            ),
            _ => throw new InvalidOperationException($"No words for {block.GetType().Name}."),
        };

    private static string Written(IReadOnlyList<TextRun> runs, Func<TextRun, string> reference)
    {
        var text = new StringBuilder();
        foreach (var (i, run) in runs.Index())
        {
            text.Append(run.Text);
            // A link of several runs is told once, at its end.
            if (run.Link is not null && (i == runs.Count - 1 || runs[i + 1].Link != run.Link))
                text.Append(reference(run));
        }
        return text.ToString();
    }

    private static string Reference(TextRun run)
    {
        var address = run.Link!.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? run.Link["mailto:".Length..] : run.Link;
        return run.Text == address ? "" : $" ({address})";
    }

    /// <param name="mark">What stands before the first line.</param>
    private static string Indented(string text, string indent, string? mark = null) =>
        $"{mark ?? indent}{text.Replace("\n", $"\n{indent}", StringComparison.Ordinal)}";
}
