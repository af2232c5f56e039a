using System.Text.RegularExpressions;

namespace Ombud.Api.Pdf;

/// <summary>Breaks a text into lines of a width.</summary>
/// <param name="measure">How wide a text is.</param>
internal sealed partial class LineBreaker(Func<string, double> measure)
{
    // A column is as wide as its longest word, but for what is lost in reckoning.
    private const double Slack = 0.01;

    /// <returns>Each but the last has a space at its end where it does not break a word: a line is read aloud on to the next.</returns>
    public IReadOnlyList<string> Lines(string text, double width)
    {
        var parts = text.Split('\n');
        return [.. parts.SelectMany((part, i) => Broken(i < parts.Length - 1 ? $"{part} " : part, width))];
    }

    /// <summary>The width below which words have to be broken.</summary>
    public double Narrowest(string text) =>
        text.Split('\n').SelectMany(Pieces).Select(piece => measure(Shown(piece))).DefaultIfEmpty().Max();

    public double Widest(string text) => text.Split('\n').Max(line => measure(Shown(line)));

    private IEnumerable<string> Broken(string text, double width)
    {
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && measure(Shown(line + piece)) > width + Slack)
            {
                yield return WithOneSpace(line);
                line = "";
            }
            line += piece;
            while (measure(Shown(line)) > width + Slack && Fitting(line, width) is var fitting && fitting < line.Length)
            {
                yield return line[..fitting];
                line = line[fitting..];
            }
        }
        yield return WithOneSpace(line);
    }

    /// <summary>How many characters of a word that is too long fit, at least one.</summary>
    private int Fitting(string word, double width)
    {
        var fitting = 1;
        while (fitting < word.Length && measure(word[..(fitting + 1)]) <= width + Slack)
            fitting++;
        return char.IsHighSurrogate(word[fitting - 1]) && fitting < word.Length ? fitting + 1 : fitting;
    }

    private static string WithOneSpace(string text) => Shown(text) + (text.EndsWith(' ') ? " " : "");

    private static string Shown(string text) => text.TrimEnd(' ').Replace($"{HtmlText.MayBreak}", "", StringComparison.Ordinal);

    private static IEnumerable<string> Pieces(string text) => Piece().Matches(text).Select(match => match.Value);

    /// <summary>Up to and with a space, or a sign after which a line may break.</summary>
    [GeneratedRegex("[^ /\u200b-]*(?:[/\u200b-]+ *| +|$)")]
    private static partial Regex Piece();
}
