using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

public sealed class CompletingAMeasure
{
    [Fact]
    public void happens_on_the_day_it_is_logged_unless_a_day_is_given()
    {
        TheMeasure
            .Started()
            .When(new LogFollowUp(MeasureStatus.Completed, LoggedOn: TheMeasure.RescheduledOn))
            .ShouldRecord(TheMeasure.Entry(TheMeasure.RescheduledOn, MeasureStatus.Completed, completedOn: TheMeasure.RescheduledOn));
        TheMeasure
            .Started()
            .When(new LogFollowUp(MeasureStatus.Completed, CompletedOn: TheMeasure.CompletedOn))
            .ShouldRecord(TheMeasure.Entry(TheMeasure.Today, MeasureStatus.Completed, completedOn: TheMeasure.CompletedOn));
    }

    [Fact]
    public void may_be_on_the_day_of_its_start() =>
        TheMeasure
            .Started()
            .When(new LogFollowUp(MeasureStatus.Completed, CompletedOn: TheMeasure.StartedOn))
            .ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void cannot_be_before_its_start()
    {
        var before = TheMeasure.StartedOn.PlusDays(-1);
        TheMeasure
            .Started()
            .When(new LogFollowUp(MeasureStatus.Completed, CompletedOn: before))
            .ShouldHaveFaults("completedOn before_start");
        TheMeasure
            .Planned()
            .When(new LogFollowUp(MeasureStatus.Completed, StartedOn: TheMeasure.StartedOn, CompletedOn: before))
            .ShouldHaveFaults("completedOn before_start");
        TheMeasure
            .Planned()
            .When(new LogFollowUp(MeasureStatus.Completed, StartedOn: TheMeasure.StartedOn, LoggedOn: before))
            .ShouldHaveFaults("completedOn before_start");
    }

    [Fact]
    public void leaves_no_later_start() =>
        TheMeasure
            .Completed()
            .When(new LogFollowUp(StartedOn: TheMeasure.CompletedOn.PlusDays(1)))
            .ShouldHaveFaults("startedOn after_completion");

    [Fact]
    public void is_all_that_has_a_day_of_completion()
    {
        TheMeasure.Started().When(new LogFollowUp(CompletedOn: TheMeasure.CompletedOn)).ShouldHaveFaults("completedOn not_applicable");
        TheMeasure
            .Started()
            .When(new LogFollowUp(MeasureStatus.Recurring, CompletedOn: TheMeasure.CompletedOn))
            .ShouldHaveFaults("completedOn not_applicable");
        TheMeasure.Completed().When(new LogFollowUp(CompletedOn: TheMeasure.RescheduledOn)).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void is_undone_by_a_new_start()
    {
        var again = TheMeasure
            .Completed()
            .And(new LogFollowUp(MeasureStatus.InProgress, StartedOn: new(2021, 4, 6), LoggedOn: new(2021, 4, 6)));
        again.State!.CompletedOn.ShouldBeNull();
        again.And(new LogFollowUp(MeasureStatus.Completed, LoggedOn: new(2021, 5, 4))).State!.CompletedOn.ShouldBe(new(2021, 5, 4));
    }

    [Fact]
    public void of_an_earlier_round_may_be_registered_after_a_new_start() =>
        TheMeasure
            .Started()
            .And(new LogFollowUp(MeasureStatus.InProgress, StartedOn: new(2021, 4, 6), LoggedOn: new(2021, 4, 6)))
            .And(new LogFollowUp(MeasureStatus.Completed, CompletedOn: TheMeasure.CompletedOn, LoggedOn: TheMeasure.RescheduledOn))
            .State!.Status.ShouldBe(MeasureStatus.InProgress);

    [Fact]
    public void before_its_start_is_told_with_the_day_of_the_start()
    {
        var before = new LogFollowUp(MeasureStatus.Completed, CompletedOn: TheMeasure.StartedOn.PlusDays(-1));
        TheMeasure.Started().When(before).ShouldHaveOneFault().Detail.ShouldBe("It was completed before it was started on 2020-03-02.");
        // Of an earlier round, whose start the measure does not show any more.
        TheMeasure
            .Started()
            .And(new LogFollowUp(MeasureStatus.InProgress, StartedOn: new(2021, 4, 6), LoggedOn: new(2021, 4, 6)))
            .When(before with { StartedOn = TheMeasure.StartedOn, LoggedOn = TheMeasure.RescheduledOn })
            .ShouldHaveOneFault()
            .Detail.ShouldBe("It was completed before it was started on 2020-03-02.");
    }
}
