using System.Globalization;
using System.Text.RegularExpressions;

namespace Ombud.Domain.Municipalities;

/// <summary>How an office's numbers are written: <c>{year}-{seq:0000}</c> for 2026-0001, 2026-0002 and so on.</summary>
public sealed partial class CaseNumbers
{
    /// <summary>Of the text; so no number is longer than numbers may be.</summary>
    public const int Longest = 40;

    private const string Year = "{year}";
    private readonly string _before;
    private readonly string _after;
    private readonly int _digits;

    private CaseNumbers(string before, string after, int digits) => (_before, _after, _digits) = (before, after, digits);

    /// <summary>The form of the numbers, or null where the text says none.</summary>
    public static CaseNumbers? Parse(string text) =>
        text.Length <= Longest && Written().Match(text) is { Success: true } match && text.Split(Year).Length <= 2
            ? new(match.Groups["before"].Value, match.Groups["after"].Value, Math.Max(match.Groups["zeros"].Length, 1))
            : null;

    /// <summary>The numbers of a year; without <c>{year}</c> those of all years.</summary>
    public CaseNumberSeries Of(int year)
    {
        var digits = year.ToString("0000", CultureInfo.InvariantCulture);
        return new(
            _before.Replace(Year, digits, StringComparison.Ordinal),
            _after.Replace(Year, digits, StringComparison.Ordinal),
            _digits
        );
    }

    // \z, because $ would let a line feed follow.
    [GeneratedRegex(@"^(?<before>(\{year\}|[\p{L}0-9./_-])*)\{seq(:(?<zeros>0{1,9}))?\}(?<after>(\{year\}|[\p{L}0-9./_-])*)\z")]
    private static partial Regex Written();
}

/// <summary>Numbers that differ in their place alone.</summary>
/// <param name="Before">What stands before the place.</param>
/// <param name="After">What stands behind it.</param>
/// <param name="Digits">How many digits the place has at the least; zeros lead.</param>
public sealed record CaseNumberSeries(string Before, string After, int Digits)
{
    /// <summary>Digits of the greatest place.</summary>
    public const int MostDigits = 18;

    /// <summary>What its numbers match, in .NET and in PostgreSQL.</summary>
    public string Expression => $"^{Regex.Escape(Before)}([0-9]{{{Digits}}}|[1-9][0-9]{{{Digits},{MostDigits - 1}}}){Regex.Escape(After)}$";

    public int ShortestNumber => Before.Length + Digits + After.Length;

    public int LongestNumber => Before.Length + MostDigits + After.Length;

    /// <summary>The number that follows another of the series; the first, where there is none.</summary>
    public string NumberAfter(string? last) => Number(last is null ? 1 : Place(last) + 1);

    private string Number(long place) => $"{Before}{place.ToString($"D{Digits}", CultureInfo.InvariantCulture)}{After}";

    private long Place(string number) => long.Parse(number[Before.Length..^After.Length], NumberStyles.None, CultureInfo.InvariantCulture);
}
