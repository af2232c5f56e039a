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
    WorkingDays,
}

/// <summary>A length of time as laws give it: <c>P14D</c>, <c>P3W</c>, <c>P1M</c>, and <c>P8WD</c> for working days.</summary>
public sealed partial record Term(int Count, TermUnit Unit)
{
    private static readonly Dictionary<string, TermUnit> Units = new()
    {
        ["D"] = TermUnit.Days,
        ["W"] = TermUnit.Weeks,
        ["M"] = TermUnit.Months,
        ["WD"] = TermUnit.WorkingDays,
    };

    /// <summary>The term, or null where the text is none.</summary>
    public static Term? Parse(string text) =>
        Written().Match(text) is { Success: true } match
            ? new(int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), Units[match.Groups["unit"].Value])
            : null;

    /// <summary>
    /// The day on which a term that begins on <paramref name="start"/> ends, that day not counted. A month ends on the day with the same
    /// number, or on the month's last where it has none (domstolloven § 148).
    /// </summary>
    public LocalDate After(LocalDate start, HolidayCalendar calendar, IReadOnlyCollection<DayClass> closed) =>
        Unit switch
        {
            TermUnit.Days => start.PlusDays(Count),
            TermUnit.Weeks => start.PlusWeeks(Count),
            TermUnit.Months => start.PlusMonths(Count),
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
            _ => one ? new("virkedag", "arbejdsdag", "working day") : new("virkedager", "arbejdsdage", "working days", "virkedagar"),
        };
        return $"{Count} {unit.In(language)}";
    }

    public override string ToString() => $"P{Count}{Units.Single(unit => unit.Value == Unit).Key}";

    [GeneratedRegex(@"^P(?<count>[1-9][0-9]{0,3})(?<unit>WD|D|W|M)\z")]
    private static partial Regex Written();
}
