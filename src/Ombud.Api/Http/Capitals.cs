namespace Ombud.Api.Http;

internal static class Capitals
{
    /// <summary>With a capital first letter, as a word stands in the names of schemas and operations.</summary>
    public static string Capitalized(this string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";

    /// <summary>Some words as one name: <c>ReportText</c> for a report text.</summary>
    public static string AsName(this string words) => string.Concat(words.Split(' ').Select(Capitalized));
}
