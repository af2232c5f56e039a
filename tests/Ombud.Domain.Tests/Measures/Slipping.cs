using NodaTime;
using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

public sealed class Slipping
{
    private static readonly Window Autumn2021 = new(new(2021, 9, 1), new(2021, 11, 30), WindowPrecision.Season, "høsten 2021");

    private static void ShouldBe(TheMeasure measure, params Slip[] slips) => measure.State!.Slips.Select(Text).ShouldBe(slips.Select(Text));

    [Fact]
    public void does_not_happen_where_a_window_is_given_for_the_first_time() =>
        ShouldBe(TheMeasure.WithoutAWindow().And(new LogFollowUp(MeasureStatus.Planned, Window: TheMeasure.SaidFirst)));

    [Fact]
    public void does_not_happen_where_the_same_days_are_said_in_other_words() =>
        ShouldBe(TheMeasure.Planned().And(new LogFollowUp(Window: new("spring to summer 2020"))));

    [Fact]
    public void happens_twice_where_the_first_window_came_with_the_postponement()
    {
        var spring = new GivenWindow("våren 2021", new(2021, 3, 1), new(2021, 5, 31));
        var measure = TheMeasure
            .WithoutAWindow()
            .And(new LogFollowUp(MeasureStatus.Postponed, Window: spring, Reasons: [DelayReason.Capacity], LoggedOn: new(2020, 10, 1)))
            .And(
                new LogFollowUp(
                    MeasureStatus.Postponed,
                    Window: new("høsten 2021", new(2021, 9, 1), new(2021, 11, 30)),
                    Reasons: [DelayReason.Capacity],
                    LoggedOn: new(2021, 4, 1)
                )
            );
        measure.State!.Slips.Select(slip => slip.Days).ShouldBe([null, 183]);
    }

    [Fact]
    public void has_no_days_while_nobody_has_said_until_when()
    {
        ShouldBe(TheMeasure.Postponed(), new Slip(TheMeasure.PostponedOn, TheMeasure.SpringAndSummer, null, [DelayReason.Covid19]));
        TheMeasure.Postponed().State!.Slips[0].Days.ShouldBeNull();
    }

    [Fact]
    public void by_being_postponed_and_then_rescheduled_is_one_with_both_reasons()
    {
        ShouldBe(
            TheMeasure.Rescheduled(),
            new Slip(
                TheMeasure.PostponedOn,
                TheMeasure.SpringAndSummer,
                TheMeasure.AYearLater,
                [DelayReason.Covid19, DelayReason.DependencyOnOtherMeasure]
            )
        );
        TheMeasure.Rescheduled().State!.Slips[0].Days.ShouldBe(365);
    }

    [Fact]
    public void by_being_rescheduled_at_once_is_one() =>
        ShouldBe(
            TheMeasure
                .Planned()
                .And(
                    new LogFollowUp(
                        MeasureStatus.Rescheduled,
                        Window: TheMeasure.SaidLater,
                        Reasons: [DelayReason.Capacity],
                        LoggedOn: TheMeasure.RescheduledOn
                    )
                ),
            new Slip(TheMeasure.RescheduledOn, TheMeasure.SpringAndSummer, TheMeasure.AYearLater, [DelayReason.Capacity])
        );

    [Fact]
    public void twice_is_two() =>
        ShouldBe(
            TheMeasure
                .Rescheduled()
                .And(
                    new LogFollowUp(
                        MeasureStatus.Rescheduled,
                        Window: new("høsten 2021"),
                        Reasons: [DelayReason.Capacity],
                        LoggedOn: new(2021, 5, 3)
                    )
                ),
            new Slip(
                TheMeasure.PostponedOn,
                TheMeasure.SpringAndSummer,
                TheMeasure.AYearLater,
                [DelayReason.Covid19, DelayReason.DependencyOnOtherMeasure]
            ),
            new Slip(new(2021, 5, 3), TheMeasure.AYearLater, Autumn2021, [DelayReason.Capacity])
        );

    [Fact]
    public void by_being_postponed_to_a_window_needs_no_second_entry() =>
        ShouldBe(
            TheMeasure.Planned().And(TheMeasure.Postponing(DelayReason.Covid19) with { Window = TheMeasure.SaidLater }),
            new Slip(TheMeasure.PostponedOn, TheMeasure.SpringAndSummer, TheMeasure.AYearLater, [DelayReason.Covid19])
        );

    [Fact]
    public void is_not_counted_again_when_the_postponement_is_said_again() =>
        ShouldBe(
            TheMeasure.Postponed().And(TheMeasure.Postponing(DelayReason.Capacity) with { LoggedOn = new(2020, 6, 2) }),
            new Slip(TheMeasure.PostponedOn, TheMeasure.SpringAndSummer, null, [DelayReason.Covid19, DelayReason.Capacity])
        );

    [Fact]
    public void is_counted_again_when_it_is_postponed_after_work_went_on() =>
        TheMeasure
            .Postponed()
            .And(new LogFollowUp(MeasureStatus.InProgress, LoggedOn: new(2020, 5, 4)))
            .And(TheMeasure.Postponing(DelayReason.Capacity) with { LoggedOn = new(2020, 6, 2) })
            .State!.Slips.Count.ShouldBe(2);

    [Fact]
    public void from_no_window_ends_with_the_first_one()
    {
        var measure = TheMeasure.WithoutAWindow().And(TheMeasure.Postponing(DelayReason.Covid19));
        ShouldBe(measure, new Slip(TheMeasure.PostponedOn, null, null, [DelayReason.Covid19]));
        var moved = measure.And(
            new LogFollowUp(MeasureStatus.Rescheduled, Window: TheMeasure.SaidLater, LoggedOn: TheMeasure.RescheduledOn)
        );
        ShouldBe(moved, new Slip(TheMeasure.PostponedOn, null, TheMeasure.AYearLater, [DelayReason.Covid19]));
        moved.State!.Slips[0].Days.ShouldBeNull();
    }

    [Fact]
    public void back_into_the_old_window_is_a_slip_of_no_days() =>
        TheMeasure
            .Postponed()
            .And(new LogFollowUp(MeasureStatus.Rescheduled, Window: TheMeasure.SaidFirst, LoggedOn: new(2020, 5, 4)))
            .State!.Slips.ShouldHaveSingleItem()
            .Days.ShouldBe(0);

    [Fact]
    public void to_an_earlier_window_has_days_below_0() =>
        TheMeasure
            .Planned()
            .And(new LogFollowUp(MeasureStatus.Rescheduled, Window: new("våren 2020"), Reasons: [DelayReason.Other]))
            .State!.Slips.ShouldHaveSingleItem()
            .Days.ShouldBe(-92);

    [Fact]
    public void is_the_same_where_the_postponement_is_registered_after_the_new_window()
    {
        var late = TheMeasure
            .Planned()
            .And(
                new LogFollowUp(
                    MeasureStatus.Rescheduled,
                    Window: TheMeasure.SaidLater,
                    Reasons: [DelayReason.DependencyOnOtherMeasure],
                    LoggedOn: TheMeasure.RescheduledOn
                )
            )
            .And(TheMeasure.Postponing(DelayReason.Covid19));
        ShouldBe(late, [.. TheMeasure.Rescheduled().State!.Slips]);
    }

    // Records with lists in them are equal only where the lists are the same object.
    private static string Text(Slip slip) => $"{slip.On:uuuu-MM-dd} {slip.From} -> {slip.To}: {string.Join(", ", slip.Reasons)}";

    [Fact]
    public void has_no_reasons_that_are_given_for_something_else() =>
        ShouldBe(
            TheMeasure
                .Postponed()
                .And(new LogFollowUp(MeasureStatus.Abandoned, Reasons: [DelayReason.Capacity], LoggedOn: new(2020, 6, 2))),
            new Slip(TheMeasure.PostponedOn, TheMeasure.SpringAndSummer, null, [DelayReason.Covid19])
        );

    [Fact]
    public void has_no_new_window_where_the_postponement_names_the_old_one_once_or_again()
    {
        var postponed = TheMeasure.Planned().And(TheMeasure.Postponing(DelayReason.Covid19) with { Window = TheMeasure.SaidFirst });
        Slip slip = new(TheMeasure.PostponedOn, TheMeasure.SpringAndSummer, null, [DelayReason.Covid19]);
        ShouldBe(postponed, slip);
        ShouldBe(
            postponed.And(TheMeasure.Postponing(DelayReason.Covid19) with { Window = TheMeasure.SaidFirst, LoggedOn = new(2020, 6, 2) }),
            slip
        );
    }
}
