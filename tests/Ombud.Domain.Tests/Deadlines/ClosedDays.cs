using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Which days are closed by a country's table, found day by day and without the calendar's own counting.</summary>
internal sealed class ClosedDays
{
    private static readonly LocalDate First = new(1999, 1, 1);
    private static readonly Dictionary<(string, LocalDate, string), ClosedDays> Known = [];
    private readonly bool[] _closed;
    private readonly int[] _openUpTo;

    private ClosedDays(HolidayCalendar calendar, IReadOnlyCollection<DayClass> classes)
    {
        var special = Enumerable
            .Range(1999, 110)
            .SelectMany(calendar.In)
            .Where(holiday => classes.Contains(holiday.Day.Class))
            .Select(holiday => holiday.Date)
            .ToHashSet();
        _closed = [.. Days.Each(First, new(2108, 12, 31)).Select(day => (int)day.DayOfWeek > 5 || special.Contains(day))];
        _openUpTo = new int[_closed.Length];
        for (var day = 1; day < _closed.Length; day++)
            _openUpTo[day] = _openUpTo[day - 1] + (_closed[day] ? 0 : 1);
        LongestRun = string.Concat(_closed.Select(closed => closed ? 'x' : ' ')).Split(' ').Max(run => run.Length);
    }

    /// <summary>The most days in a row that are closed.</summary>
    public int LongestRun { get; }

    public bool this[LocalDate day] => _closed[Index(day)];

    public static ClosedDays Of(string country, LocalDate knownOn, IReadOnlyCollection<DayClass> classes)
    {
        lock (Known)
        {
            var key = (country, knownOn, string.Join(' ', classes));
            return Known.TryGetValue(key, out var days) ? days : Known[key] = new(HolidayCalendar.Of(country, knownOn), classes);
        }
    }

    public int OpenBetween(LocalDate after, LocalDate upTo) => _openUpTo[Index(upTo)] - _openUpTo[Index(after)];

    private static int Index(LocalDate day) => Period.DaysBetween(First, day);
}
