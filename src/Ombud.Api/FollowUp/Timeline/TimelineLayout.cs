namespace Ombud.Api.FollowUp.Timeline;

/// <summary>
/// How a drawing of the measures is laid out. There are two, because the letters of a drawing shrink with it: a style shows the one that
/// fits.
/// </summary>
/// <param name="Labels">Width of the column of titles; 0 where they stand above their bars.</param>
/// <param name="Characters">How many a line of a title has room for.</param>
public sealed record TimelineLayout(string Name, int Width, int Labels, int Characters)
{
    public const int LineHeight = 17;
    public const int BarHeight = 14;

    /// <summary>Where the first measure stands: below the days and the years.</summary>
    public const int Head = 56;

    /// <summary>What a letter takes at the most, on average.</summary>
    public const double LetterWidth = 6.1;

    public static readonly TimelineLayout Wide = new("wide", 980, 350, 52);
    public static readonly TimelineLayout Narrow = new("narrow", 400, 0, 56);

    public int Left => Labels == 0 ? 0 : Labels + 14;

    /// <summary>SVG breaks no lines by itself.</summary>
    public static IEnumerable<string> Broken(string text, int longest)
    {
        while (text.Length > longest)
        {
            var at = text.LastIndexOf(' ', longest);
            at = at < 1 ? longest : at;
            yield return text[..at];
            text = text[at..].TrimStart();
        }
        yield return text;
    }

    public static int WidthOf(string text) => (int)(text.Length * LetterWidth);
}
