using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Domstolloven § 148: to the day of the same number, or the last of a month that has none.</summary>
public sealed class CountingInMonths
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Of("NO", Day("2023-06-13"));

    private static LocalDate After(LocalDate start, int months) => new Term(months, TermUnit.Months).After(start, Calendar, Holidays);

    // Not 28 February, 28 March, 28 April: what was cut off in February is not lost.
    [Theory]
    [InlineData("2023-01-31", "2023-02-28 2023-03-31 2023-04-30 2023-05-31 2023-06-30")]
    [InlineData("2024-01-30", "2024-02-29 2024-03-30 2024-04-30 2024-05-30 2024-06-30")]
    [InlineData("2023-10-31", "2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31")]
    public void goes_by_the_first_day_however_many_there_are(string start, string ends) =>
        string.Join(' ', Enumerable.Range(1, 5).Select(months => $"{After(Day(start), months):uuuu-MM-dd}")).ShouldBe(ends);

    [Fact]
    public void never_drifts_from_the_number_of_the_first_day() =>
        Each(Day("2000-01-01"), Day("2100-12-31"))
            .SelectMany(start => Enumerable.Range(1, 24).Select(months => (Start: start, Months: months, End: After(start, months))))
            .Where(counted => counted.End != SameNumber(counted.Start, counted.Months))
            .ShouldBeEmpty();

    private static LocalDate SameNumber(LocalDate start, int months)
    {
        var month = (start.Year * 12) + start.Month - 1 + months;
        var (year, of) = (month / 12, (month % 12) + 1);
        return new(year, of, Math.Min(start.Day, DateTime.DaysInMonth(year, of)));
    }
}
