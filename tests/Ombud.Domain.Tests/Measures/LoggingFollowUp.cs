using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

public sealed class LoggingFollowUp
{
    private static Decision Logging(LogFollowUp command) => TheMeasure.Planned().When(command);

    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        Logging(new(MeasureStatus.InProgress)).ShouldRecord(TheMeasure.Entry(TheMeasure.Today, MeasureStatus.InProgress));
        Logging(new(Percent: 40, LoggedOn: TheMeasure.StartedOn)).ShouldRecord(TheMeasure.Entry(TheMeasure.StartedOn, percent: 40));
    }

    [Fact]
    public void leaves_as_it_was_what_it_leaves_out() =>
        TheMeasure
            .Planned()
            .And(new LogFollowUp(Percent: 40))
            .State.ShouldSatisfyAllConditions(
                state => state!.Title.ShouldBe("Secure communication"),
                state => state!.Status.ShouldBe(MeasureStatus.Planned),
                state => state!.Window.ShouldBe(TheMeasure.SpringAndSummer),
                state => state!.Recommendations.ShouldBe([References.Recommendation]),
                state => state!.Percent.ShouldBe(40)
            );

    [Fact]
    public void changes_what_it_gives() =>
        TheMeasure
            .Planned()
            .And(
                new LogFollowUp(
                    MeasureStatus.Recurring,
                    "Safe mail",
                    "schools",
                    new(From: new(2021, 1, 1), To: new(2021, 1, 1)),
                    Recurrence: "hver måned"
                )
            )
            .State.ShouldSatisfyAllConditions(
                state => state!.Title.ShouldBe("Safe mail"),
                state => state!.Unit.ShouldBe("schools"),
                state => state!.Status.ShouldBe(MeasureStatus.Recurring),
                state => state!.Window.ShouldBe(new(new(2021, 1, 1), new(2021, 1, 1), WindowPrecision.Day, null)),
                state => state!.Recurrence.ShouldBe("hver måned")
            );

    [Fact]
    public void of_an_earlier_day_that_is_registered_late_leaves_what_has_a_later_one() =>
        TheMeasure
            .Completed()
            .And(new LogFollowUp(MeasureStatus.InProgress, Percent: 60, LoggedOn: TheMeasure.PostponedOn))
            .State.ShouldSatisfyAllConditions(
                state => state!.Status.ShouldBe(MeasureStatus.Completed),
                state => state!.CompletedOn.ShouldBe(TheMeasure.CompletedOn),
                state => state!.Percent.ShouldBe(60),
                state =>
                    state!
                        .Log.Select(entry => entry.OccurredOn)
                        .ShouldBe([TheMeasure.RegisteredOn, TheMeasure.StartedOn, TheMeasure.PostponedOn, TheMeasure.RescheduledOn])
            );

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheMeasure
            .Rescheduled()
            .When(
                new LogFollowUp(
                    MeasureStatus.Rescheduled,
                    Window: TheMeasure.SaidLater,
                    Reasons: [DelayReason.DependencyOnOtherMeasure],
                    LoggedOn: TheMeasure.RescheduledOn
                )
            )
            .ShouldRecordNothing();
        TheMeasure.Completed().When(new LogFollowUp(MeasureStatus.Completed, LoggedOn: TheMeasure.RescheduledOn)).ShouldRecordNothing();
        TheMeasure.Planned().And(new LogFollowUp(Note: "Underway")).When(new LogFollowUp(Note: "Underway")).ShouldRecordNothing();
    }

    [Fact]
    public void the_same_of_another_day_is_recorded() =>
        TheMeasure
            .Postponed()
            .When(new LogFollowUp(MeasureStatus.Postponed, Reasons: [DelayReason.Covid19]))
            .ShouldRecord(TheMeasure.Entry(TheMeasure.Today, MeasureStatus.Postponed, reasons: [DelayReason.Covid19]));

    [Fact]
    public void the_same_with_a_window_that_cannot_be_read_is_no_retry() =>
        TheMeasure
            .Postponed()
            .When(TheMeasure.Postponing(DelayReason.Covid19) with { Window = new("snarest") })
            .ShouldHaveFaults("window.words unreadable");

    [Fact]
    public void is_refused_where_there_is_no_measure() =>
        TheMeasure.Missing().When(new LogFollowUp(Percent: 40)).ShouldBeRefused(MeasureRefusals.NotFound);

    [Fact]
    public void says_something()
    {
        Logging(new()).ShouldHaveFaults("status required");
        Logging(new(Note: " ")).ShouldHaveFaults("status required");
        Logging(new(Reasons: [DelayReason.Capacity])).ShouldHaveFaults("status required");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void takes_a_percentage_of_0_to_100(int percent)
    {
        Logging(new(Percent: percent)).ShouldHaveFaults("percent out_of_range");
        Logging(new(Percent: Math.Clamp(percent, 0, 100))).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void gives_each_reason_once() =>
        Logging(new(MeasureStatus.Postponed, Reasons: [DelayReason.Covid19, DelayReason.Capacity, DelayReason.Covid19]))
            .ShouldHaveFaults("reasons[2] duplicate");

    [Fact]
    public void needs_a_reason_to_postpone() => Logging(new(MeasureStatus.Postponed)).ShouldHaveFaults("reasons required");

    [Fact]
    public void needs_a_window_to_reschedule() =>
        TheMeasure.Postponed().When(new LogFollowUp(MeasureStatus.Rescheduled)).ShouldHaveFaults("window required");

    [Fact]
    public void needs_a_reason_to_reschedule_what_was_not_postponed_before()
    {
        Logging(new(MeasureStatus.Rescheduled, Window: TheMeasure.SaidLater)).ShouldHaveFaults("reasons required");
        TheMeasure.Rescheduled().When(new LogFollowUp(MeasureStatus.Rescheduled, Window: new("2022"))).ShouldHaveFaults("reasons required");
        TheMeasure
            .Postponed()
            .When(new LogFollowUp(MeasureStatus.Rescheduled, Window: TheMeasure.SaidLater))
            .ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void needs_a_note_or_a_reason_to_abandon()
    {
        Logging(new(MeasureStatus.Abandoned, Note: " ")).ShouldHaveFaults("note required");
        Logging(new(MeasureStatus.Abandoned, Note: "The office is gone")).ShouldBeOfType<Decision.Accepted>();
        Logging(new(MeasureStatus.Abandoned, Reasons: [DelayReason.Reorganisation])).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void names_every_fault_at_once() =>
        Logging(
                new(
                    MeasureStatus.Rescheduled,
                    "",
                    "moon_base",
                    new("soon\n", new(2021, 2, 1), new(2021, 1, 1)),
                    [],
                    -1,
                    TheMeasure.Tomorrow,
                    TheMeasure.CompletedOn,
                    "a\tb",
                    new('x', 4001),
                    TheMeasure.Tomorrow
                )
            )
            .ShouldHaveFaults(
                "percent out_of_range",
                "recurrence control_character",
                "note too_long",
                "window.words control_character",
                "window.to before_start",
                "title required",
                "unit unknown_code",
                "reasons required",
                "completedOn not_applicable",
                "startedOn in_the_future",
                "loggedOn in_the_future",
                "completedOn before_start"
            );
}
