using NodaTime;
using Ombud.Domain.Calendars;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Calendars;

public sealed class EasterSunday
{
    private static readonly IEnumerable<int> Years = Enumerable.Range(
        HolidayCalendar.FirstYear,
        HolidayCalendar.LastYear - HolidayCalendar.FirstYear + 1
    );

    private static LocalDate In(int year) =>
        HolidayCalendar.Of("NO", Day("2023-06-13")).In(year).Single(holiday => holiday.Day.Code == "easter_sunday").Date;

    [Theory]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2016-03-27")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2030-04-21")]
    public void in_years_of_our_time(string date) => In(Day(date).Year).ShouldBe(Day(date));

    [Theory]
    [InlineData("1583-04-10")]
    [InlineData("1761-03-22")]
    [InlineData("1818-03-22")]
    [InlineData("1886-04-25")]
    [InlineData("1943-04-25")]
    [InlineData("2038-04-25")]
    [InlineData("2160-03-23")]
    [InlineData("2285-03-22")]
    public void at_its_earliest_and_latest(string date) => In(Day(date).Year).ShouldBe(Day(date));

    // The plain rule of Gauss gives a week later in these years; the church does not.
    [Theory]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void in_the_exceptional_years(string date) => In(Day(date).Year).ShouldBe(Day(date));

    [Fact]
    public void is_a_Sunday_from_22_March_to_25_April_in_every_year() =>
        Years
            .Select(In)
            .Where(easter =>
                easter.DayOfWeek != IsoDayOfWeek.Sunday
                || easter < new LocalDate(easter.Year, 3, 22)
                || easter > new LocalDate(easter.Year, 4, 25)
            )
            .ShouldBeEmpty();

    [Fact]
    public void is_what_another_computation_gives_in_every_year() => Years.Where(year => In(year) != ByLichtenberg(year)).ShouldBeEmpty();

    /// <summary>Gauss's rule as Lichtenberg completed it (1997): the paschal full moon, then the Sunday after it.</summary>
    private static LocalDate ByLichtenberg(int year)
    {
        var (century, golden) = (year / 100, year % 19);
        var leapsLeftOut = ((3 * century) + 3) / 4;
        var moon = ((19 * golden) + 15 + leapsLeftOut - (((8 * century) + 13) / 25)) % 30;
        var fullMoon = 21 + moon - ((moon + (golden / 11)) / 29);
        var firstSunday = 7 - ((year + (year / 4) + 2 - leapsLeftOut) % 7);
        return new LocalDate(year, 3, 1).PlusDays(fullMoon + 7 - ((fullMoon - firstSunday) % 7) - 1);
    }
}
