using NodaTime;
using Ombud.Domain.Calendars;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Calendars;

/// <summary>Lov 1995-02-24 nr. 12 § 2, and lov 1947-04-26 nr. 1 for 1 and 17 May.</summary>
public sealed class HolidaysOfNorway
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Of("NO", Day("2023-06-13"));

    [Theory]
    [InlineData(2000, "01-01 04-20 04-21 04-23 04-24 05-01 05-17 06-01 06-11 06-12 12-25 12-26")]
    [InlineData(2008, "01-01 03-20 03-21 03-23 03-24 05-01 05-01 05-11 05-12 05-17 12-25 12-26")]
    [InlineData(2011, "01-01 04-21 04-22 04-24 04-25 05-01 05-17 06-02 06-12 06-13 12-25 12-26")]
    [InlineData(2023, "01-01 04-06 04-07 04-09 04-10 05-01 05-17 05-18 05-28 05-29 12-25 12-26")]
    [InlineData(2024, "01-01 03-28 03-29 03-31 04-01 05-01 05-09 05-17 05-19 05-20 12-25 12-26")]
    [InlineData(2026, "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26")]
    [InlineData(2027, "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 05-17 12-25 12-26")]
    [InlineData(2038, "01-01 04-22 04-23 04-25 04-26 05-01 05-17 06-03 06-13 06-14 12-25 12-26")]
    [InlineData(2100, "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 05-17 12-25 12-26")]
    public void are_twelve(int year, string dates) =>
        string.Join(' ', Calendar.In(year).Select(holiday => $"{holiday.Date:MM-dd}")).ShouldBe(dates);

    [Fact]
    public void have_their_codes_in_2023() =>
        Calendar
            .In(2023)
            .Select(holiday => holiday.Day.Code)
            .ShouldBe([
                "new_years_day",
                "maundy_thursday",
                "good_friday",
                "easter_sunday",
                "easter_monday",
                "labour_day",
                "constitution_day",
                "ascension_day",
                "whit_sunday",
                "whit_monday",
                "christmas_day",
                "second_christmas_day",
            ]);

    [Fact]
    public void are_all_public_holidays() => Calendar.In(2023).ShouldAllBe(holiday => holiday.Day.Class == DayClass.Holiday);

    [Theory]
    [InlineData("2008-05-01", "1. mai", "Kristi himmelfartsdag")]
    [InlineData("2012-05-17", "grunnlovsdagen", "Kristi himmelfartsdag")]
    [InlineData("2027-05-17", "grunnlovsdagen", "andre pinsedag")]
    public void can_be_two_on_a_day(string date, string one, string other) =>
        Calendar.On(Day(date)).Select(holiday => holiday.Day.Name.Nb).ShouldBe([one, other]);

    // Other calendars have them: offices close early by agreement, not by law.
    [Fact]
    public void are_never_24_or_31_December()
    {
        Enumerable
            .Range(2000, 101)
            .SelectMany(year => new LocalDate[] { new(year, 12, 24), new(year, 12, 31) })
            .ShouldAllBe(day => !Calendar.On(day).Any());
        Calendar.IsWorkingDay(Day("2026-12-24"), Holidays).ShouldBeTrue();
        Calendar.IsWorkingDay(Day("2026-12-31"), Holidays).ShouldBeTrue();
    }

    [Fact]
    public void count_1_and_17_May_from_1947()
    {
        Calendar.In(1946).Count().ShouldBe(10);
        Calendar.In(1947).Count().ShouldBe(12);
    }
}
