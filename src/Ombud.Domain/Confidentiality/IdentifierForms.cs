using System.Globalization;

namespace Ombud.Domain.Confidentiality;

/// <summary>The one form of each kind of identifier in which every spelling of it is the same.</summary>
internal static class IdentifierForms
{
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    // Skatteetaten: the first control digit leaves 0 today, and 0 to 3 in numbers given from 2032 on; the second leaves 0.
    private static readonly int[] FirstControl = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondControl = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Null where it cannot be such an identifier.</summary>
    public static string? Normal(IdentifierKind kind, string text, string country) =>
        kind switch
        {
            IdentifierKind.NationalId => NationalId(text, country),
            IdentifierKind.Email => Email(text.Trim()),
            _ => Telephone(text, country),
        };

    public static string Remedy(IdentifierKind kind, string country) =>
        kind switch
        {
            IdentifierKind.NationalId => country == "DK"
                ? "A CPR-nummer has 10 digits, and begins with a day and a month."
                : "A fødselsnummer or D-nummer has 11 digits, begins with a day and a month, and ends with control digits that fit.",
            IdentifierKind.Email => "Give one address, such as name@example.org.",
            _ => $"A number has 8 digits, or begins with + and the code of another country than {CallingCode(country)}.",
        };

    private static string CallingCode(string country) => country == "DK" ? "+45" : "+47";

    private static string? NationalId(string text, string country)
    {
        var number = text.Where(each => !char.IsWhiteSpace(each) && each != '-').ToArray();
        if (number.Length != (country == "DK" ? 10 : 11) || !number.All(char.IsAsciiDigit))
            return null;
        var digits = number.Select(each => each - '0').ToList();
        var (day, month) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]);
        // A CPR-nummer given since October 2007 may have no control digit; one for whoever is not registered has 60 added to its day.
        // A D-nummer has 40 added to its day, and a number of a person made up for tests 40, 60 or 80 to its month.
        var fits =
            country == "DK"
                ? day % 60 is > 0 and <= 31 && month is > 0 and <= 12
                : day % 40 is > 0 and <= 31
                    && day <= 71
                    && month % 20 is > 0 and <= 12
                    && (month < 20 || month > 40)
                    && Control(FirstControl, digits) <= 3
                    && Control(SecondControl, digits) == 0;
        return fits ? new(number) : null;
    }

    private static int Control(int[] weights, IReadOnlyList<int> digits) =>
        weights.Zip(digits, (weight, digit) => weight * digit).Sum() % 11;

    /// <summary>Lower-cased, with its domain as the DNS has it.</summary>
    private static string? Email(string text)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0 || text.Any(each => char.IsWhiteSpace(each) || each is ',' or ';' or '<' or '>') || text.IndexOf('@') != at)
            return null;
        try
        {
            var domain = Domains.GetAscii(text[(at + 1)..].ToLowerInvariant()).TrimEnd('.');
            return domain.Contains('.', StringComparison.Ordinal) ? $"{text[..at].ToLowerInvariant()}@{domain}" : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>As E.164 has it. Norwegian and Danish numbers have eight digits; of other countries' only the length is known.</summary>
    private static string? Telephone(string text, string country)
    {
        var written = string.Concat(
            text.Replace("(0)", "", StringComparison.Ordinal)
                .Where(each =>
                    !char.IsWhiteSpace(each) && each is not ('-' or '.' or '/' or '(' or ')' or '\u2010' or '\u2011' or '\u2013')
                )
        );
        if (written.StartsWith("00", StringComparison.Ordinal))
            written = $"+{written[2..]}";
        var number = written.StartsWith('+') ? written : $"{CallingCode(country)}{written}";
        var digits = number[1..];
        return
            digits.All(char.IsAsciiDigit)
            && digits.Length is >= 8 and <= 15
            && digits[0] != '0'
            && (
                digits.Length == 10 && digits[2] != '0'
                || !(digits.StartsWith("47", StringComparison.Ordinal) || digits.StartsWith("45", StringComparison.Ordinal))
            )
            ? number
            : null;
    }
}
