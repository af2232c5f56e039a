using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>
/// Forvaltningsloven § 11 a: an answer or a preliminary reply within one month of receipt, counted by domstolloven §§ 148 and 149.
/// </summary>
public sealed class AnsweringInNorway
{
    [Theory]
    [InlineData("2023-01-31", "2023-02-28")]
    [InlineData("2024-01-31", "2024-02-29")]
    [InlineData("2024-02-29", "2024-03-29", "2024-04-02")]
    [InlineData("2023-08-31", "2023-09-30", "2023-10-02")]
    public void ends_on_the_last_of_a_month_that_has_no_such_day(string received, string raw, string? due = null) =>
        Starting("NO.fvl.11a.preliminary-reply", received).ShouldBeDue(raw, due ?? raw);

    [Theory]
    [InlineData("2023-03-06", "2023-04-06", "2023-04-11")]
    [InlineData("2023-04-17", "2023-05-17", "2023-05-19")]
    [InlineData("2023-04-29", "2023-05-29", "2023-05-30")]
    [InlineData("2023-11-25", "2023-12-25", "2023-12-27")]
    [InlineData("2027-04-17", "2027-05-17", "2027-05-18")]
    public void moves_past_holidays(string received, string raw, string due) =>
        Starting("NO.fvl.11a.preliminary-reply", received).ShouldBeDue(raw, due);

    [Theory]
    [InlineData("2023-05-13", "2023-06-13")]
    [InlineData("2023-05-12", "2023-06-12")]
    [InlineData("2026-11-24", "2026-12-24")]
    [InlineData("2026-11-30", "2026-12-30")]
    [InlineData("2020-12-31", "2021-01-31", "2021-02-01")]
    public void stays_on_a_working_day_which_24_December_is(string received, string raw, string? due = null) =>
        Starting("NO.fvl.11a.preliminary-reply", received).ShouldBeDue(raw, due ?? raw);

    [Theory]
    [InlineData("NO.fvl.11a.preliminary-reply", DeadlineKind.Statutory)]
    [InlineData("NO.fvl.11a.preliminary-reply.norm", DeadlineKind.GuidanceNorm)]
    public void is_a_norm_with_the_same_date_where_nothing_is_decided(string rule, DeadlineKind kind)
    {
        var basis = Starting(rule, "2023-03-01");
        basis.ShouldBeDue("2023-04-01", "2023-04-03");
        basis.Rule.Kind.ShouldBe(kind);
        basis.Rule.NoticeSuffices.ShouldBeTrue();
    }

    // Forvaltningslovforskriften § 39 suspends terms set in law for processing; § 11 a sets none.
    [Fact]
    public void cannot_be_paused() => Starting("NO.fvl.11a.preliminary-reply", "2023-03-01").Rule.Pauses.ShouldBeEmpty();

    [Fact]
    public void takes_twelve_weeks_for_a_building_permit_which_can_be_paused()
    {
        var basis = Starting("NO.pbl.21-7.building-application", "2023-01-13");
        basis.ShouldBeDue("2023-04-07", "2023-04-11");
        basis.Rule.Pauses.ShouldBe(Enum.GetValues<PauseReason>());
    }
}
