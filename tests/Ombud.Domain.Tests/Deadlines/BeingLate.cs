using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Drammen, 13 June 2023: what had not been answered when the formannskap met.</summary>
public sealed class BeingLate
{
    private static readonly LocalDate Today = Day("2023-06-13");

    private static DeadlineFacts Received(string day) =>
        new(DueDate.Of(Starting("NO.fvl.11a.preliminary-reply", day), "NO").DueOn, null, null, []);

    private static (int Days, int WorkingDays) Late(DeadlineFacts facts, LocalDate on)
    {
        var late = facts.LateOn(on)!.Value;
        return (
            Period.DaysBetween(facts.LateAfter, late),
            HolidayCalendar.Of("NO", Today).WorkingDaysBetween(facts.LateAfter, late, Holidays)
        );
    }

    [Fact]
    public void begins_when_the_last_day_has_ended()
    {
        var facts = Received("2023-05-13");
        facts.On(Today, soon: 7).ShouldBe(DeadlineState.DueToday);
        facts.LateOn(Today).ShouldBeNull();

        var oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        DueDate.EndOf(facts.LateAfter, oslo).ShouldBe(Instant.FromUtc(2023, 6, 13, 22, 0));
        facts.On(Instant.FromUtc(2023, 6, 13, 22, 0).InZone(oslo).Date, soon: 7).ShouldBe(DeadlineState.Overdue);
        facts.On(Instant.FromUtc(2023, 6, 13, 21, 59).InZone(oslo).Date, soon: 7).ShouldBe(DeadlineState.DueToday);
    }

    [Theory]
    [InlineData("2023-05-12", 1, 1)]
    [InlineData("2023-04-17", 25, 16)]
    [InlineData("2023-05-09", 4, 2)]
    public void is_counted_in_days_and_in_working_days(string received, int days, int workingDays)
    {
        Received(received).On(Today, soon: 7).ShouldBe(DeadlineState.Overdue);
        Late(Received(received), Today).ShouldBe((days, workingDays));
    }

    [Fact]
    public void has_no_working_days_over_a_weekend() => Late(Received("2023-05-09"), Day("2023-06-11")).ShouldBe((2, 0));

    [Fact]
    public void does_not_change_once_it_was_met()
    {
        var answered = Received("2023-04-17") with { MetOn = Day("2023-06-01") };
        Late(answered, Today).ShouldBe((13, 8));
        Late(answered, Today).ShouldBe(Late(answered, Day("2024-01-01")));
        Late(answered, Day("2023-05-31")).ShouldBe((12, 7));
    }

    [Fact]
    public void is_none_for_what_was_met_waived_or_paused()
    {
        var due = Received("2023-04-17");
        (due with { MetOn = Day("2023-05-19") }).LateOn(Today).ShouldBeNull();
        (due with { WaivedOn = Day("2023-05-10") }).LateOn(Today).ShouldBeNull();
        (due with { Pauses = [new(Day("2023-05-10"), null, null)] }).LateOn(Today).ShouldBeNull();
    }
}
