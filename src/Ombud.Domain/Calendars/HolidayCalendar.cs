using System.Collections.Concurrent;
using NodaTime;

namespace Ombud.Domain.Calendars;

/// <summary>A special day in a year. One date can carry two: in 2027 Whit Monday is 17 May.</summary>
public sealed record Holiday(LocalDate Date, SpecialDay Day);

/// <summary>A country's special days as they were known on a day, and which days are working days.</summary>
public sealed class HolidayCalendar
{
    /// <summary>The Gregorian rule for Easter holds from here on.</summary>
    public const int FirstYear = 1583;
    public const int LastYear = 9998;

    private static readonly ConcurrentDictionary<(string, LocalDate?, string), HolidayCalendar> Calendars = [];
    private readonly ConcurrentDictionary<int, ILookup<LocalDate, Holiday>> _years = [];
    private readonly IReadOnlyList<SpecialDay> _days;

    private HolidayCalendar(IReadOnlyList<SpecialDay> days) => _days = days;

    public static IReadOnlyList<string> Countries { get; } = [.. SpecialDays.All.Select(day => day.Country).Distinct()];

    /// <param name="country"><c>NO</c> or <c>DK</c>.</param>
    /// <param name="knownOn">The day whose knowledge is asked for.</param>
    /// <param name="also">The codes of days that count as holidays, whatever their class.</param>
    public static HolidayCalendar Of(string country, LocalDate knownOn, IReadOnlyCollection<string>? also = null) =>
        Calendars.GetOrAdd(
            (country, LatestChange(country, knownOn), string.Join(' ', also ?? [])),
            _ =>
                new([
                    .. SpecialDays
                        .All.Where(day => day.Country == country && day.KnownOn(knownOn))
                        .Select(day => also?.Contains(day.Code) == true ? day with { Class = DayClass.Holiday } : day),
                ])
        );

    /// <summary>
    /// The latest day, up to the one given, on which something new was known of the country's days; null where nothing was.
    /// </summary>
    public static LocalDate? LatestChange(string country, LocalDate upTo) =>
        SpecialDays
            .All.Where(day => day.Country == country)
            .SelectMany(day => new[] { day.KnownFrom, day.KnownUntil })
            .Where(day => day <= upTo)
            .Max();

    /// <summary>The special days of a year in order.</summary>
    public IEnumerable<Holiday> In(int year) => Year(year).SelectMany(days => days).OrderBy(holiday => holiday.Date);

    public IEnumerable<Holiday> On(LocalDate date) => Year(date.Year)[date];

    /// <param name="closed">The classes of days that are no working days, beside Saturdays and Sundays.</param>
    public bool IsWorkingDay(LocalDate date, IReadOnlyCollection<DayClass> closed) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        && !On(date).Any(holiday => closed.Contains(holiday.Day.Class));

    /// <summary>The date itself where it is a working day, else the next one.</summary>
    public LocalDate WorkingDayFrom(LocalDate date, IReadOnlyCollection<DayClass> closed)
    {
        while (!IsWorkingDay(date, closed))
            date = date.PlusDays(1);
        return date;
    }

    /// <summary>The n-th working day after a date, which is not counted itself.</summary>
    public LocalDate WorkingDaysAfter(LocalDate date, int count, IReadOnlyCollection<DayClass> closed)
    {
        for (; count > 0; count--)
            date = WorkingDayFrom(date.PlusDays(1), closed);
        return date;
    }

    /// <summary>How many working days there are after a date, up to and with another.</summary>
    public int WorkingDaysBetween(LocalDate after, LocalDate upTo, IReadOnlyCollection<DayClass> closed)
    {
        var days = Period.DaysBetween(after, upTo);
        if (days <= 0)
            return 0;
        // Whole weeks have five weekdays each; special days on a weekday are fewer than days to look at.
        var weekdays = (days / 7 * 5) + Enumerable.Range(1, days % 7).Count(ahead => (int)after.PlusDays(ahead).DayOfWeek <= 5);
        var specials = Enumerable
            .Range(after.Year, upTo.Year - after.Year + 1)
            .SelectMany(year => Year(year).Select(special => special.Key))
            .Count(day => day > after && day <= upTo && (int)day.DayOfWeek <= 5 && !IsWorkingDay(day, closed));
        return weekdays - specials;
    }

    private ILookup<LocalDate, Holiday> Year(int year) =>
        _years.GetOrAdd(
            year,
            _ => _days.Where(day => day.FallsIn(year)).Select(day => new Holiday(day.In(year), day)).ToLookup(holiday => holiday.Date)
        );
}
