using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Forvaltningsloven §§ 29 and 30: three weeks from when the notification arrived; posted in time is in time.</summary>
public sealed class AppealingInNorway
{
    [Theory]
    [InlineData("2023-03-17", "2023-04-07", "2023-04-11")]
    [InlineData("2022-12-05", "2022-12-26", "2022-12-27")]
    [InlineData("2023-03-18", "2023-04-08", "2023-04-11")]
    [InlineData("2023-05-23", "2023-06-13", "2023-06-13")]
    public void takes_three_weeks_to_the_same_weekday(string arrived, string raw, string due) =>
        Starting("NO.fvl.29.appeal", arrived).ShouldBeDue(raw, due);

    // § 24: demanding the reasons interrupts; the term begins anew when they arrive.
    [Fact]
    public void begins_anew_when_the_reasons_arrive() => Starting("NO.fvl.29.appeal", "2023-04-21").ShouldBeDue("2023-05-12", "2023-05-12");

    [Fact]
    public void is_in_time_when_posted_on_the_last_day()
    {
        var rule = Starting("NO.fvl.29.appeal", "2023-03-17").Rule;
        (rule.Start, rule.Timeliness).ShouldBe((StartRule.Arrival, TimelinessTest.Dispatched));

        var posted = new DeadlineFacts(Day("2023-04-11"), MetOn: Day("2023-04-11"), null, []);
        posted.On(Day("2023-04-13"), soon: 7).ShouldBe(DeadlineState.Met);
    }

    // § 31: more than a year after the decision no appeal is considered, whatever the excuse.
    [Theory]
    [InlineData("2022-03-17", "2023-03-17", "2023-03-17")]
    [InlineData("2024-02-29", "2025-02-28", "2025-02-28")]
    [InlineData("2023-02-28", "2024-02-28", "2024-02-28")]
    [InlineData("2022-04-09", "2023-04-09", "2023-04-11")]
    [InlineData("2022-05-17", "2023-05-17", "2023-05-19")]
    public void ends_a_year_after_the_decision(string decided, string raw, string due) =>
        Starting("NO.fvl.31.late-appeal", decided).ShouldBeDue(raw, due);

    // Domstolloven § 140 does not apply to § 29.
    [Fact]
    public void has_no_pause_in_summer() => Starting("NO.fvl.29.appeal", "2023-06-30").ShouldBeDue("2023-07-21", "2023-07-21");
}
