using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

public enum TermUnit
{
    Days,
    Weeks,
    Months,
    Years,
    WorkingDays,
}

/// <summary>
/// A length of time as laws give it: <c>P14D</c>, <c>P3W</c>, <c>P1M</c>, <c>P1Y</c>, and <c>P8WD</c> for working days.
/// </summary>
public sealed partial record Term(int Count, TermUnit Unit)
{
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly Dictionary<string, TermUnit> Units = new()
    {
        ["D"] = TermUnit.Days,
        ["W"] = TermUnit.Weeks,
        ["M"] = TermUnit.Months,
        ["Y"] = TermUnit.Years,
        ["WD"] = TermUnit.WorkingDays,
    };

    /// <summary>The term, or null where the text is none.</summary>
    public static Term? Parse(string text)
    {
        if (!Written().IsMatch(text))
            return null;
        var unit = text[1..].TrimStart(Digits);
        return new(int.Parse(text[1..^unit.Length], CultureInfo.InvariantCulture), Units[unit]);
    }

    /// <summary>
    /// The day on which a term that begins on <paramref name="start"/> ends, that day not counted. A month, or a year, ends on the day with
    /// the same number, or on the month's last where it has none (domstolloven § 148).
    /// </summary>
    public LocalDate After(LocalDate start, HolidayCalendar calendar, IReadOnlyCollection<DayClass> closed) =>
        Unit switch
        {
            TermUnit.Days => start.PlusDays(Count),
            TermUnit.Weeks => start.PlusWeeks(Count),
            TermUnit.Months => start.PlusMonths(Count),
            TermUnit.Years => start.PlusYears(Count),
            _ => calendar.WorkingDaysAfter(start, Count, closed),
        };

    public string In(string language)
    {
        var one = Count == 1;
        var unit = Unit switch
        {
            TermUnit.Days => one ? new Phrase("dag", "dag", "day") : new("dager", "dage", "days", "dagar"),
            TermUnit.Weeks => one ? new("uke", "uge", "week", "veke") : new("uker", "uger", "weeks", "veker"),
            TermUnit.Months => one ? new("måned", "måned", "month", "månad") : new("måneder", "måneder", "months", "månader"),
            TermUnit.Years => one ? new("år", "år", "year") : new("år", "år", "years"),
            _ => one ? new("virkedag", "arbejdsdag", "working day") : new("virkedager", "arbejdsdage", "working days", "virkedagar"),
        };
        return $"{Count} {unit.In(language)}";
    }

    public override string ToString() => $"P{Count}{Units.Single(unit => unit.Value == Unit).Key}";

    [GeneratedRegex(Limits.TermPattern + @"\z")]
    private static partial Regex Written();
}
