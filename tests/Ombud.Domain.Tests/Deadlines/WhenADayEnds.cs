using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class WhenADayEnds
{
    private static Instant EndOf(string day, string zone) => DueDate.EndOf(Day(day), DateTimeZoneProviders.Tzdb[zone]);

    [Theory]
    [InlineData("2023-02-28", "2023-02-28T23:00:00Z")]
    [InlineData("2023-06-13", "2023-06-13T22:00:00Z")]
    [InlineData("2023-12-31", "2023-12-31T23:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T23:00:00Z")]
    public void is_midnight_where_the_municipality_is(string day, string end)
    {
        EndOf(day, "Europe/Oslo").ShouldBe(InstantPattern.General.Parse(end).Value);
        EndOf(day, "Europe/Copenhagen").ShouldBe(InstantPattern.General.Parse(end).Value);
    }

    // The clock changes at 01:00Z on the last Sundays of March and October: the day before still ends by the old time.
    [Theory]
    [InlineData("2023-03-25", "2023-03-25T23:00:00Z", 24)]
    [InlineData("2023-03-26", "2023-03-26T22:00:00Z", 23)]
    [InlineData("2023-10-28", "2023-10-28T22:00:00Z", 24)]
    [InlineData("2023-10-29", "2023-10-29T23:00:00Z", 25)]
    public void keeps_to_midnight_when_the_clock_changes(string day, string end, int hours)
    {
        foreach (var zone in new[] { "Europe/Oslo", "Europe/Copenhagen" })
        {
            EndOf(day, zone).ShouldBe(InstantPattern.General.Parse(end).Value);
            (EndOf(day, zone) - DueDate.EndOf(Day(day).PlusDays(-1), DateTimeZoneProviders.Tzdb[zone])).ShouldBe(Duration.FromHours(hours));
        }
    }

    [Theory]
    [InlineData("Atlantic/Faroe", "2023-06-13T23:00:00Z")]
    [InlineData("UTC", "2023-06-14T00:00:00Z")]
    public void differs_from_zone_to_zone(string zone, string end) =>
        EndOf("2023-06-13", zone).ShouldBe(InstantPattern.General.Parse(end).Value);

    [Fact]
    public void is_the_first_moment_of_the_next() =>
        Each(Day("2000-01-01"), Day("2100-12-31"))
            .Where(day =>
            {
                var end = DueDate.EndOf(day, DateTimeZoneProviders.Tzdb["Europe/Oslo"]).InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]);
                return end.Date != day.PlusDays(1) || end.TimeOfDay != LocalTime.Midnight;
            })
            .ShouldBeEmpty();
}
