using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>
/// Four weeks from when the decision was available, where a law gives them (VEJ nr. 9533 af 26. juni 2018); it must be received in time.
/// </summary>
public sealed class AppealingInDenmark
{
    private static readonly DateTimeZone Copenhagen = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    [Theory]
    [InlineData("2023-04-07", "2023-05-05", "2023-05-08")]
    [InlineData("2023-04-20", "2023-05-18", "2023-05-19")]
    [InlineData("2023-11-28", "2023-12-26", "2023-12-27")]
    public void moves_past_holidays_of_which_Store_Bededag_was_one(string available, string raw, string due) =>
        Starting("DK.appeal.4w", available).ShouldBeDue(raw, due);

    [Theory]
    [InlineData("2024-03-29", "2024-04-26")]
    [InlineData("2023-05-08", "2023-06-05")]
    [InlineData("2021-11-26", "2021-12-24")]
    [InlineData("2021-12-03", "2021-12-31")]
    [InlineData("2023-04-21", "2023-05-19")]
    public void ends_on_a_day_that_is_no_public_holiday(string available, string due) =>
        Starting("DK.appeal.4w", available).ShouldBeDue(due, due);

    [Theory]
    [InlineData("2023-03-31", "2023-04-13", "2023-05-11")]
    [InlineData("2024-04-18", "2024-04-26", "2024-05-24")]
    [InlineData("2025-12-17", "2025-12-29", "2026-01-26")]
    public void begins_six_weekdays_after_the_date_of_a_letter(string dated, string received, string due)
    {
        var rule = Denmark.InForce("DK.appeal.4w", Day(dated))!;
        DueDate.DeemedReceipt(rule, Day(dated), knownOn: Day(dated)).ShouldBe(Day(received));
        Starting("DK.appeal.4w", received).ShouldBeDue(due, due);
    }

    [Fact]
    public void is_late_when_received_a_minute_after_the_last_day_though_it_was_posted_before()
    {
        var rule = Starting("DK.appeal.4w", "2023-04-07").Rule;
        (rule.Start, rule.Timeliness).ShouldBe((StartRule.Availability, TimelinessTest.Received));

        var received = Copenhagen.AtStrictly(new(2023, 5, 9, 0, 1));
        received.ToInstant().ShouldBeGreaterThan(DueDate.EndOf(Day("2023-05-08"), Copenhagen));
        new DeadlineFacts(Day("2023-05-08"), MetOn: received.Date, null, []).On(Day("2023-05-09"), soon: 7).ShouldBe(DeadlineState.MetLate);
    }
}
