using NodaTime;
using Ombud.Domain.Calendars;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Calendars;

/// <summary>The fourth Friday after Easter, a holiday through 2023. The Folketing abolished it on 28 February 2023 (L 13).</summary>
public sealed class StoreBededag
{
    private static readonly LocalDate Before = Day("2023-02-27");
    private static readonly LocalDate After = Day("2023-02-28");

    private static IEnumerable<LocalDate> In(int year, LocalDate knownOn) =>
        HolidayCalendar.Of("DK", knownOn).In(year).Where(holiday => holiday.Day.Code == "great_prayer_day").Select(holiday => holiday.Date);

    [Theory]
    [InlineData("2017-05-12")]
    [InlineData("2018-04-27")]
    [InlineData("2019-05-17")]
    [InlineData("2020-05-08")]
    [InlineData("2021-04-30")]
    [InlineData("2022-05-13")]
    [InlineData("2023-05-05")]
    public void is_a_holiday_through_2023_whenever_one_asks(string date)
    {
        In(Day(date).Year, Before).ShouldBe([Day(date)]);
        In(Day(date).Year, After).ShouldBe([Day(date)]);
    }

    [Theory]
    [InlineData("2024-04-26")]
    [InlineData("2025-05-16")]
    public void was_expected_after_2023_until_it_was_abolished(string date)
    {
        In(Day(date).Year, Before).ShouldBe([Day(date)]);
        In(Day(date).Year, After).ShouldBeEmpty();
        HolidayCalendar.Of("DK", Before).IsWorkingDay(Day(date), Holidays).ShouldBeFalse();
        HolidayCalendar.Of("DK", After).IsWorkingDay(Day(date), Holidays).ShouldBeTrue();
    }

    [Fact]
    public void is_one_Friday_in_every_year() =>
        Enumerable.Range(2000, 101).SelectMany(year => In(year, Before)).ShouldAllBe(day => day.DayOfWeek == IsoDayOfWeek.Friday);

    [Fact]
    public void has_one_entry_on_any_day_of_knowledge() =>
        Each(Day("2023-02-01"), Day("2023-03-31"))
            .ShouldAllBe(day => SpecialDays.All.Count(entry => entry.Code == "great_prayer_day" && entry.KnownOn(day)) == 1);

    [Fact]
    public void is_the_only_day_that_ever_changed()
    {
        HolidayCalendar.LatestChange("DK", Before).ShouldBeNull();
        HolidayCalendar.LatestChange("DK", After).ShouldBe(After);
        HolidayCalendar.LatestChange("DK", Day("2026-01-01")).ShouldBe(After);
        HolidayCalendar.LatestChange("NO", Day("2026-01-01")).ShouldBeNull();
        HolidayCalendar.Of("DK", After).In(2024).Count().ShouldBe(HolidayCalendar.Of("DK", Before).In(2024).Count() - 1);
    }
}
