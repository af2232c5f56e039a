using System.Text.RegularExpressions;

namespace Ombud.Domain;

/// <summary>
/// Whether a text is general in form. It finds what has a form of its own: national identity numbers, addresses of e-mail, telephone
/// numbers, numbers of cases. That nobody is named only a reader can tell.
/// </summary>
public static partial class GeneralForm
{
    /// <summary>
    /// What might be a case's number: each word with a digit in it, but for bare numbers up to 9999, which are counts and years.
    /// </summary>
    public static IReadOnlyList<string> Numbers(string text) =>
        [
            .. Word()
                .Matches(text)
                .Select(match => match.Value.TrimEnd('.', '-', '/'))
                .Where(word => word.Any(char.IsDigit) && !(word.Length <= 4 && word.All(char.IsDigit)))
                .Distinct(),
        ];

    /// <param name="isCaseNumber">True for a number that a case of the municipality has.</param>
    public static IEnumerable<Fault> Faults(string field, string text, Func<string, bool> isCaseNumber)
    {
        if (IdentityNumber().Match(text) is { Success: true } identity)
            yield return new(
                field,
                "national_identity_number",
                "It has what looks like a national identity number. Word it in general terms."
            )
            {
                Value = $"{identity.Value[..2]}…",
            };
        if (Email().IsMatch(text))
            yield return new(field, "email_address", "It has an e-mail address. Word it in general terms.");
        if (Telephone().IsMatch(text))
            yield return new(field, "telephone_number", "It has what looks like a telephone number. Word it in general terms.");
        foreach (var number in Numbers(text).Where(isCaseNumber))
            yield return new(field, "case_number", "It has the number of a case. Word it in general terms.") { Value = number };
    }

    // Norway: eleven digits. Denmark: six, and four after a hyphen or a space, of whatever kind the word processor made it.
    // What begins with a plus is a telephone number with its country.
    [GeneratedRegex(@"(?<![\d+])\d{6}[\s\p{Pd}]?\d{4,5}(?!\d)")]
    private static partial Regex IdentityNumber();

    // What stands before it keeps a long text from being searched again from each of its letters.
    [GeneratedRegex(@"(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}")]
    private static partial Regex Email();

    // Eight digits in one, in pairs, or as three, two and three. Years side by side are none.
    [GeneratedRegex(@"(?<![\d-])(\+4[57] ?)?(\d{8}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?![\d-])")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d./-]*")]
    private static partial Regex Word();
}
