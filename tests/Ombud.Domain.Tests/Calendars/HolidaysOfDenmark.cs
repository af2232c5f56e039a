using Ombud.Domain.Calendars;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Calendars;

public sealed class HolidaysOfDenmark
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Of("DK", Day("2023-06-13"));

    private static string Dates(int year, DayClass ofClass) =>
        string.Join(' ', Calendar.In(year).Where(holiday => holiday.Day.Class == ofClass).Select(holiday => $"{holiday.Date:MM-dd}"));

    [Theory]
    [InlineData(2000, "01-01 04-20 04-21 04-23 04-24 05-19 06-01 06-11 06-12 12-25 12-26")]
    [InlineData(2008, "01-01 03-20 03-21 03-23 03-24 04-18 05-01 05-11 05-12 12-25 12-26")]
    [InlineData(2011, "01-01 04-21 04-22 04-24 04-25 05-20 06-02 06-12 06-13 12-25 12-26")]
    [InlineData(2019, "01-01 04-18 04-19 04-21 04-22 05-17 05-30 06-09 06-10 12-25 12-26")]
    [InlineData(2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26")]
    public void are_eleven_until_2023(int year, string dates) => Dates(year, DayClass.Holiday).ShouldBe(dates);

    [Theory]
    [InlineData(2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26")]
    [InlineData(2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26")]
    [InlineData(2027, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26")]
    [InlineData(2038, "01-01 04-22 04-23 04-25 04-26 06-03 06-13 06-14 12-25 12-26")]
    [InlineData(2100, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26")]
    public void are_ten_from_2024(int year, string dates) => Dates(year, DayClass.Holiday).ShouldBe(dates);

    [Fact]
    public void have_their_codes_in_2023() =>
        Calendar
            .In(2023)
            .Where(holiday => holiday.Day.Class == DayClass.Holiday)
            .Select(holiday => holiday.Day.Code)
            .ShouldBe([
                "new_years_day",
                "maundy_thursday",
                "good_friday",
                "easter_sunday",
                "easter_monday",
                "great_prayer_day",
                "ascension_day",
                "whit_sunday",
                "whit_monday",
                "christmas_day",
                "second_christmas_day",
            ]);

    [Theory]
    [InlineData(2019, "06-05 12-24 12-31", "05-31")]
    [InlineData(2023, "06-05 12-24 12-31", "05-19")]
    [InlineData(2024, "06-05 12-24 12-31", "05-10")]
    public void are_not_the_days_on_which_offices_close_or_that_lie_between(int year, string closing, string bridge)
    {
        Dates(year, DayClass.ClosingDay).ShouldBe(closing);
        Dates(year, DayClass.BridgeDay).ShouldBe(bridge);
    }

    [Theory]
    [InlineData("2023-06-05")]
    [InlineData("2019-12-24")]
    [InlineData("2019-12-31")]
    public void leave_a_closing_day_a_working_day_for_a_municipality_that_does_not_name_its_class(string date)
    {
        Calendar.IsWorkingDay(Day(date), Holidays).ShouldBeTrue();
        Calendar.IsWorkingDay(Day(date), HolidaysAndClosingDays).ShouldBeFalse();
    }

    [Fact]
    public void leave_the_Friday_after_Ascension_Day_a_working_day_for_a_municipality_that_does_not_name_its_class()
    {
        Calendar.IsWorkingDay(Day("2023-05-19"), HolidaysAndClosingDays).ShouldBeTrue();
        Calendar.IsWorkingDay(Day("2023-05-19"), [DayClass.BridgeDay]).ShouldBeFalse();
    }

    [Fact]
    public void are_a_day_more_for_a_municipality_that_has_settled_it()
    {
        var settled = HolidayCalendar.Of("DK", Day("2023-06-13"), ["constitution_day"]);
        (Calendar.IsWorkingDay(Day("2023-06-05"), Holidays), settled.IsWorkingDay(Day("2023-06-05"), Holidays)).ShouldBe((true, false));
        settled.IsWorkingDay(Day("2019-12-24"), Holidays).ShouldBeTrue();
    }

    [Fact]
    public void leave_four_days_unsettled() =>
        SpecialDays
            .Unsettled.Select(day => day.Code)
            .ShouldBe(["day_after_ascension", "constitution_day", "christmas_eve", "new_years_eve"]);

    // Norway's days.
    [Fact]
    public void are_neither_1_nor_17_May()
    {
        Calendar.On(Day("2023-05-01")).ShouldBeEmpty();
        Calendar.On(Day("2023-05-17")).ShouldBeEmpty();
    }
}
