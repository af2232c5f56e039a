using NodaTime;
using Ombud.Domain.Calendars;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Calendars;

public sealed class SayingADate
{
    [Theory]
    [InlineData("nb", "1. mars 2023", "mars 2023", "onsdag")]
    [InlineData("nn", "1. mars 2023", "mars 2023", "onsdag")]
    [InlineData("da", "1. marts 2023", "marts 2023", "onsdag")]
    [InlineData("en", "1 March 2023", "March 2023", "Wednesday")]
    public void says_day_month_and_weekday(string language, string day, string month, string weekday)
    {
        DateWords.Day(Day("2023-03-01"), language).ShouldBe(day);
        DateWords.Month(new(2023, 3), language).ShouldBe(month);
        DateWords.Weekday(Day("2023-03-01"), language).ShouldBe(weekday);
    }

    [Theory]
    [InlineData("nb", "januar februar mars april mai juni juli august september oktober november desember")]
    [InlineData("nn", "januar februar mars april mai juni juli august september oktober november desember")]
    [InlineData("da", "januar februar marts april maj juni juli august september oktober november december")]
    [InlineData("en", "January February March April May June July August September October November December")]
    public void knows_every_month(string language, string months) =>
        string.Join(' ', Enumerable.Range(1, 12).Select(month => DateWords.Month(new(2023, month), language).Split(' ')[0]))
            .ShouldBe(months);

    [Theory]
    [InlineData("nb", "mandag tirsdag onsdag torsdag fredag lørdag søndag")]
    [InlineData("nn", "måndag tysdag onsdag torsdag fredag laurdag søndag")]
    [InlineData("da", "mandag tirsdag onsdag torsdag fredag lørdag søndag")]
    [InlineData("en", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")]
    public void knows_every_weekday(string language, string weekdays) =>
        string.Join(' ', Each(Day("2023-06-12"), Day("2023-06-18")).Select(day => DateWords.Weekday(day, language))).ShouldBe(weekdays);

    [Theory]
    [InlineData("nb", "13. juni 2023 kl. 09.05", "13. juni 2023 kl. 09.05.07")]
    [InlineData("nn", "13. juni 2023 kl. 09.05", "13. juni 2023 kl. 09.05.07")]
    [InlineData("da", "13. juni 2023 kl. 09.05", "13. juni 2023 kl. 09.05.07")]
    [InlineData("en", "13 June 2023 at 09:05", "13 June 2023 at 09:05:07")]
    public void with_its_time_names_seconds_where_there_are_any(string language, string without, string with)
    {
        DateWords.Moment(new(2023, 6, 13, 9, 5), language).ShouldBe(without);
        DateWords.Moment(new(2023, 6, 13, 9, 5, 7), language).ShouldBe(with);
    }
}
