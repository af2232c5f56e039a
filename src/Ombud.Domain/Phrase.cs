namespace Ombud.Domain;

/// <summary>The same words in the languages that Ombud speaks.</summary>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Da">Danish.</param>
/// <param name="En">English.</param>
/// <param name="Nn">Norwegian nynorsk, where it is not the same as bokmål.</param>
public sealed record Phrase(string Nb, string Da, string En, string? Nn = null)
{
    /// <summary>Its languages. A text of a municipality that has no nynorsk is bokmål there.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["nb", "nn", "da", "en"];

    /// <summary>As in <c>a, b or c</c>.</summary>
    public static string AnyLanguage { get; } = $"{string.Join(", ", Languages.SkipLast(1))} or {Languages[^1]}";

    /// <summary>Norwegian nynorsk.</summary>
    public string Nn { get; } = Nn ?? Nb;

    /// <summary>A heading as it stands within a sentence: in small letters.</summary>
    public Phrase InSentence => new(Small(Nb), Small(Da), Small(En), Small(Nn));

    private static string Small(string words) => $"{char.ToLowerInvariant(words[0])}{words[1..]}";

    /// <param name="language">One of <see cref="Languages"/>.</param>
    public string In(string language) =>
        language switch
        {
            "nb" => Nb,
            "nn" => Nn,
            "da" => Da,
            "en" => En,
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "It is none of the languages."),
        };
}
