using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Ombud.Domain.Measures;

/// <summary>Reads when something is to be done from Norwegian, Danish and English words. What it is not sure of it does not read.</summary>
public static partial class WindowWords
{
    private static readonly Dictionary<string, int> Months = Named(
        "januar january jan",
        "februar february feb",
        "mars marts march mar",
        "april apr",
        "mai maj may",
        "juni june jun",
        "juli july jul",
        "august aug",
        "september sept sep",
        "oktober october okt oct",
        "november nov",
        "desember december des dec"
    );

    // Winter has no year of its own, so it is left out.
    private static readonly Dictionary<string, int> Seasons = new()
    {
        ["våren"] = 3,
        ["vår"] = 3,
        ["foråret"] = 3,
        ["forår"] = 3,
        ["spring"] = 3,
        ["sommeren"] = 6,
        ["sommer"] = 6,
        ["summer"] = 6,
        ["høsten"] = 9,
        ["høst"] = 9,
        ["efteråret"] = 9,
        ["efterår"] = 9,
        ["autumn"] = 9,
        ["fall"] = 9,
    };

    private static readonly Dictionary<string, int> Parts = new()
    {
        ["starten"] = 0,
        ["begyndelsen"] = 0,
        ["begynnelsen"] = 0,
        ["start"] = 0,
        ["beginning"] = 0,
        ["midten"] = 1,
        ["middle"] = 1,
        ["slutningen"] = 2,
        ["udgangen"] = 2,
        ["slutten"] = 2,
        ["utgangen"] = 2,
        ["end"] = 2,
    };

    /// <returns>Null where the words do not tell the days.</returns>
    public static Window? Read(string words)
    {
        var plain = Preposition().Replace(Space().Replace(words.Trim().ToLowerInvariant(), " "), "");
        return (Day(plain) ?? Part(plain) ?? Named(plain) ?? Numbered(plain)) is { } read ? read with { Words = words } : null;
    }

    private static Window? Day(string plain)
    {
        if (LocalDatePattern.Iso.Parse(plain) is { Success: true } iso)
            return new(iso.Value, iso.Value, WindowPrecision.Day, null);
        return
            DayOfMonth().Match(plain) is { Success: true } match
            && Months.TryGetValue(match.Groups["month"].Value, out var month)
            && Number(match, "day") is var day
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(Number(match, "year"), month)
            ? Whole(new(Number(match, "year"), month, day), Period.FromDays(1), WindowPrecision.Day)
            : null;
    }

    private static Window? Part(string plain)
    {
        if (
            !(
                PartOfMonth().Match(plain) is { Success: true } match
                && Parts.TryGetValue(match.Groups["part"].Value, out var part)
                && Months.TryGetValue(match.Groups["month"].Value, out var month)
            )
        )
            return null;
        var first = new LocalDate(Number(match, "year"), month, 1);
        return new(
            first.PlusDays(10 * part),
            part == 2 ? DateAdjusters.EndOfMonth(first) : first.PlusDays((10 * part) + 9),
            WindowPrecision.PartOfMonth,
            null
        );
    }

    private static Window? Named(string plain)
    {
        if (!(Names().Match(plain) is { Success: true } match))
            return null;
        var (first, last, year) = (
            match.Groups["first"].Value,
            match.Groups["last"] is { Success: true } end ? end.Value : match.Groups["first"].Value,
            Number(match, "year")
        );
        var (names, months, precision) = Seasons.ContainsKey(first)
            ? (Seasons, 3, WindowPrecision.Season)
            : (Months, 1, WindowPrecision.Month);
        return names.TryGetValue(first, out var begins) && names.TryGetValue(last, out var ends) && begins <= ends
            ? Whole(new(year, begins, 1), Period.FromMonths(ends - begins + months), precision)
            : null;
    }

    private static Window? Numbered(string plain)
    {
        if (!(Numbers().Match(plain) is { Success: true } match))
            return null;
        var (months, precision) =
            match.Groups["quarter"].Success ? (3, WindowPrecision.Quarter)
            : match.Groups["half"].Success ? (6, WindowPrecision.HalfYear)
            : (12, WindowPrecision.Year);
        var place = months == 12 ? 1 : Number(match, "number");
        return place <= 12 / months
            ? Whole(new LocalDate(Number(match, "year"), 1, 1).PlusMonths((place - 1) * months), Period.FromMonths(months), precision)
            : null;
    }

    private static Window Whole(LocalDate first, Period length, WindowPrecision precision) =>
        new(first, (first + length).PlusDays(-1), precision, null);

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Named(params string[] months) =>
        months.SelectMany((names, i) => names.Split(' ').Select(name => (name, i + 1))).ToDictionary();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(i løbet af|i løpet av|in the course of|during|ved|in|i|the|by the|at the) ")]
    private static partial Regex Preposition();

    // [0-9], because \d takes the digits of every script.
    [GeneratedRegex(@"^(?<day>[0-9]{1,2})\.? (?<month>\p{L}+)\.? (?<year>[12][0-9]{3})\z")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"^(?<part>\p{L}+) (af|av|of) (?<month>\p{L}+)\.? (?<year>[12][0-9]{3})\z")]
    private static partial Regex PartOfMonth();

    [GeneratedRegex(@"^(?<first>\p{L}+)\.?( ?(og|and|til|to|-|–) ?(?<last>\p{L}+)\.?)? (?<year>[12][0-9]{3})\z")]
    private static partial Regex Names();

    [GeneratedRegex(
        @"^((?<number>[1-4])\. ?((?<quarter>kvartal)|(?<half>halvår)) |((?<quarter>q)|(?<half>h))(?<number>[1-4]) )?(?<year>[12][0-9]{3})\z"
    )]
    private static partial Regex Numbers();
}
