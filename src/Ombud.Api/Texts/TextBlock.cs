namespace Ombud.Api.Texts;

/// <summary>A part of a text that people write: all that a page, a terminal or a sheet of paper has to know to show it.</summary>
public abstract record TextBlock
{
    private TextBlock() { }

    /// <param name="Level">1 for the highest.</param>
    public sealed record Heading(int Level, IReadOnlyList<TextRun> Runs) : TextBlock;

    public sealed record Paragraph(IReadOnlyList<TextRun> Runs) : TextBlock;

    /// <param name="Start">The number of the first item, where they are numbered; null where they are not.</param>
    public sealed record List(int? Start, IReadOnlyList<IReadOnlyList<TextBlock>> Items) : TextBlock;

    public sealed record Quotation(IReadOnlyList<TextBlock> Blocks) : TextBlock;
}

/// <summary>A stretch of text that is written in one way.</summary>
/// <param name="Text">A line end within it is meant.</param>
/// <param name="Link">Where it leads: https or mailto; null where it is no link.</param>
public sealed record TextRun(string Text, bool Strong = false, bool Emphasised = false, string? Link = null);
