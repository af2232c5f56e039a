using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class StandingOnADay
{
    private static readonly DeadlineFacts Due19May = new(Day("2023-05-19"), null, null, []);

    private static DeadlineState On(DeadlineFacts facts, string day) => facts.On(Day(day), soon: 7);

    [Theory]
    [InlineData("2023-05-11", DeadlineState.Open)]
    [InlineData("2023-05-12", DeadlineState.DueSoon)]
    [InlineData("2023-05-18", DeadlineState.DueSoon)]
    [InlineData("2023-05-19", DeadlineState.DueToday)]
    [InlineData("2023-05-20", DeadlineState.Overdue)]
    [InlineData("2024-05-20", DeadlineState.Overdue)]
    public void is_due_soon_then_today_then_overdue(string day, DeadlineState state) => On(Due19May, day).ShouldBe(state);

    [Fact]
    public void is_open_to_the_day_before_where_nothing_is_soon() => Due19May.On(Day("2023-05-18"), soon: 0).ShouldBe(DeadlineState.Open);

    [Theory]
    [InlineData("2023-05-10", "2023-05-10", DeadlineState.Met)]
    [InlineData("2023-05-19", "2023-05-19", DeadlineState.Met)]
    [InlineData("2023-05-20", "2023-05-20", DeadlineState.MetLate)]
    [InlineData("2023-06-13", "2024-01-01", DeadlineState.MetLate)]
    [InlineData("2023-05-10", "2023-05-09", DeadlineState.Open)]
    [InlineData("2023-05-19", "2023-05-18", DeadlineState.DueSoon)]
    [InlineData("2023-06-13", "2023-06-12", DeadlineState.Overdue)]
    public void is_met_from_the_day_on_which_it_was_met(string met, string day, DeadlineState state) =>
        On(Due19May with { MetOn = Day(met) }, day).ShouldBe(state);

    [Theory]
    [InlineData("2023-05-09", DeadlineState.Open)]
    [InlineData("2023-05-10", DeadlineState.Waived)]
    [InlineData("2023-06-13", DeadlineState.Waived)]
    public void is_waived_from_the_day_on_which_it_was_waived(string day, DeadlineState state) =>
        On(Due19May with { WaivedOn = Day("2023-05-10") }, day).ShouldBe(state);

    [Theory]
    [InlineData("2023-05-01", DeadlineState.Open)]
    [InlineData("2023-05-02", DeadlineState.Suspended)]
    [InlineData("2023-05-08", DeadlineState.Suspended)]
    [InlineData("2023-05-09", DeadlineState.Open)]
    [InlineData("2023-05-19", DeadlineState.DueToday)]
    public void is_suspended_from_its_pause_up_to_the_day_it_ran_again(string day, DeadlineState state) =>
        On(Due19May with { Pauses = [Paused("2023-05-02", "2023-05-09")] }, day).ShouldBe(state);

    [Fact]
    public void is_suspended_for_as_long_as_a_pause_has_no_end() =>
        On(Due19May with { Pauses = [new(Day("2023-05-02"), null, null)] }, "2024-01-01").ShouldBe(DeadlineState.Suspended);

    [Fact]
    public void is_met_although_it_was_paused() =>
        On(Due19May with { MetOn = Day("2023-05-04"), Pauses = [new(Day("2023-05-02"), null, null)] }, "2023-05-04")
            .ShouldBe(DeadlineState.Met);
}
