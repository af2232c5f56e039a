namespace Ombud.Domain;

/// <summary>The same words in the three languages that Ombud speaks.</summary>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Da">Danish.</param>
/// <param name="En">English.</param>
public sealed record Phrase(string Nb, string Da, string En)
{
    /// <param name="language"><c>nb</c>, <c>da</c> or <c>en</c>.</param>
    public string In(string language) =>
        language switch
        {
            "nb" => Nb,
            "da" => Da,
            _ => En,
        };
}
