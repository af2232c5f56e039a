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
    public static IReadOnlyList<string> Numbers(string text) => [.. Words(text).Select(each => each.Number).Distinct()];

    /// <param name="isCaseNumber">True for a number that a case of the municipality has.</param>
    public static IEnumerable<Fault> Faults(string field, string text, Func<string, bool> isCaseNumber) =>
        Find(text, isCaseNumber).DistinctBy(each => (each.Code, each.Value)).Select(each => each.Fault(field));

    /// <summary>What is not general in form: of each kind the first, and every number of a case.</summary>
    public static IEnumerable<Particular> Find(string text, Func<string, bool> isCaseNumber)
    {
        if (IdentityNumber().Match(text) is { Success: true } identity)
            yield return new("national_identity_number", "what looks like a national identity number", identity.Index)
            {
                Value = $"{identity.Value[..2]}…",
            };
        if (Email().Match(text) is { Success: true } email)
            yield return new("email_address", "an e-mail address", email.Index);
        if (Telephone().Match(text) is { Success: true } telephone)
            yield return new("telephone_number", "what looks like a telephone number", telephone.Index);
        foreach (var (number, at) in Words(text).Where(each => isCaseNumber(each.Number)))
            yield return new("case_number", "the number of a case", at) { Value = number };
    }

    private static IEnumerable<(string Number, int At)> Words(string text) =>
        Word()
            .Matches(text)
            .Select(match => (Number: match.Value.TrimEnd('.', '-', '/'), match.Index))
            .Where(word => word.Number.Any(char.IsDigit) && !(word.Number.Length <= 4 && word.Number.All(char.IsDigit)));

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

/// <summary>Something in a text that is not general in form.</summary>
/// <param name="Code">Stable snake_case code, such as <c>email_address</c>.</param>
/// <param name="What">What it is, within a sentence.</param>
/// <param name="At">Where it begins, from 0.</param>
public sealed record Particular(string Code, string What, int At)
{
    /// <summary>As much of it as may be said again.</summary>
    public string? Value { get; init; }

    /// <param name="place">What stands before the sentence.</param>
    public Fault Fault(string field, string place = "") =>
        new(field, Code, $"{place}It has {What}. Word it in general terms.") { Value = Value };
}
