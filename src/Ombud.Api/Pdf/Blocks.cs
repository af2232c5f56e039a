namespace Ombud.Api.Pdf;

/// <summary>A document that was read: its parts from top to bottom.</summary>
/// <param name="Title">For the window, the bookmarks and screen readers.</param>
internal sealed record Document(string Title, string Language, IReadOnlyList<Block> Blocks);

/// <summary>A part of a document.</summary>
internal abstract record Block;

/// <param name="Level">1 for the title of the whole.</param>
/// <param name="Id">By which the contents name it; null where they do not.</param>
internal sealed record Heading(int Level, string Text, string? Id) : Block;

/// <param name="Soft">True for what is said beside the matter: who publishes, notes.</param>
internal sealed record Paragraph(string Text, bool Soft) : Block;

internal sealed record BulletList(IReadOnlyList<string> Items) : Block;

/// <summary>Headings, with the pages that they are on.</summary>
internal sealed record Contents(IReadOnlyList<(string Id, string Text)> Entries) : Block;

/// <param name="Large">True for key figures.</param>
internal sealed record Facts(IReadOnlyList<Fact> Rows, bool Large) : Block;

/// <param name="Meaning">What the value means; null where nothing is said of that.</param>
internal sealed record Fact(string Name, string Value, string? Meaning);

/// <param name="Caption">Null where it has none.</param>
/// <param name="Head">The headings of columns.</param>
internal sealed record Grid(
    string? Caption,
    IReadOnlyList<GridCell> Head,
    IReadOnlyList<IReadOnlyList<GridCell>> Body,
    IReadOnlyList<IReadOnlyList<GridCell>> Foot
) : Block;

/// <param name="Heads">True for the heading of a column or a row.</param>
/// <param name="Number">True for figures, which stand to the right.</param>
internal sealed record GridCell(string Text, bool Heads, bool Number);

/// <summary>A drawing, and in words what it shows.</summary>
internal sealed record Drawing(string Title, string Words, double Width, double Height, IReadOnlyList<Shape> Shapes) : Block;

internal sealed record PageBreak : Block;

/// <summary>A part of a drawing, in its own measure.</summary>
internal abstract record Shape;

/// <param name="Outlined">True where it is not filled: what was counted in part.</param>
internal sealed record Box(double X, double Y, double Width, double Height, bool Outlined) : Shape;

/// <param name="Faint">True for what only helps to read the rest.</param>
internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, bool Faint) : Shape;

internal sealed record Dot(double X, double Y, double Radius) : Shape;

internal sealed record Lettering(double X, double Y, string Text, Anchor Anchor, bool Bold) : Shape;

/// <summary>Which part of a text stands at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
