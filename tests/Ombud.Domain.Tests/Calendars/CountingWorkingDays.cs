using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Calendars;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Calendars;

public sealed class CountingWorkingDays
{
    private static HolidayCalendar Calendar(string country) => HolidayCalendar.Of(country, Day("2023-06-13"));

    [Theory]
    [InlineData("NO", "2023-04-05", 1, "2023-04-11")]
    [InlineData("NO", "2023-05-16", 1, "2023-05-19")]
    [InlineData("NO", "2026-12-23", 2, "2026-12-28")]
    [InlineData("DK", "2023-04-03", 7, "2023-04-17")]
    [InlineData("DK", "2023-05-04", 1, "2023-05-08")]
    [InlineData("DK", "2024-04-25", 1, "2024-04-26")]
    [InlineData("DK", "2023-06-02", 1, "2023-06-05")]
    public void finds_the_nth_after_a_day(string country, string after, int count, string day) =>
        Calendar(country).WorkingDaysAfter(Day(after), count, Holidays).ShouldBe(Day(day));

    [Fact]
    public void leaves_out_the_classes_that_are_named()
    {
        Calendar("DK").WorkingDaysAfter(Day("2019-12-17"), 8, Holidays).ShouldBe(Day("2019-12-31"));
        Calendar("DK").WorkingDaysAfter(Day("2019-12-17"), 8, HolidaysAndClosingDays).ShouldBe(Day("2020-01-03"));
    }

    [Theory]
    [InlineData("NO", "2023-06-12", "2023-06-13", 1)]
    [InlineData("NO", "2023-05-19", "2023-06-13", 16)]
    [InlineData("NO", "2023-04-05", "2023-04-10", 0)]
    [InlineData("NO", "2023-06-09", "2023-06-11", 0)]
    [InlineData("NO", "2027-05-14", "2027-05-18", 1)]
    [InlineData("NO", "2022-12-30", "2023-12-29", 251)]
    [InlineData("NO", "2023-06-13", "2023-06-13", 0)]
    [InlineData("NO", "2023-06-13", "2023-06-01", 0)]
    public void counts_those_after_a_day_up_to_and_with_another(string country, string after, string upTo, int count) =>
        Calendar(country).WorkingDaysBetween(Day(after), Day(upTo), Holidays).ShouldBe(count);

    [Fact]
    public void counts_what_counting_day_by_day_gives() =>
        Always(
            (country, classes, after, length) =>
                Calendar(country).WorkingDaysBetween(after, after.PlusDays(length), classes)
                == Each(after.PlusDays(1), after.PlusDays(length)).Count(day => Calendar(country).IsWorkingDay(day, classes))
        );

    [Fact]
    public void finds_as_many_as_it_counts() =>
        Always(
            (country, classes, after, count) =>
                Calendar(country).WorkingDaysBetween(after, Calendar(country).WorkingDaysAfter(after, count, classes), classes) == count
        );

    private static void Always(Func<string, DayClass[], LocalDate, int, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Arb.From(
                    from country in Gen.Elements("NO", "DK")
                    from classes in Gen.Elements<DayClass[]>(
                        [],
                        Holidays,
                        HolidaysAndClosingDays,
                        [DayClass.BridgeDay],
                        Enum.GetValues<DayClass>()
                    )
                    from after in Gen.Choose(0, 36_889)
                    from length in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(31, 1200)))
                    select (country, classes, after, length)
                ),
                drawn => law(drawn.country, drawn.classes, new LocalDate(2000, 1, 1).PlusDays(drawn.after), drawn.length)
            )
        );
}
