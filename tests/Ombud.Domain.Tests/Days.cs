using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Tests;

/// <summary>Dates as tests write them.</summary>
internal static class Days
{
    public static readonly DayClass[] Holidays = [DayClass.Holiday];
    public static readonly DayClass[] HolidaysAndClosingDays = [DayClass.Holiday, DayClass.ClosingDay];

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static IEnumerable<LocalDate> Each(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }
}
