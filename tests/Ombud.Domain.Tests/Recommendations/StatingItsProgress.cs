using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class StatingItsProgress
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheRecommendation
            .Issued()
            .When(new StateProgress("Seen on site", Progress.InProgress))
            .ShouldRecord(new ProgressStated(TheRecommendation.Today, Progress.InProgress, "Seen on site"));
        TheRecommendation
            .Issued()
            .When(new StateProgress("Seen on site", Progress.Delayed, TheRecommendation.AssessedOn))
            .ShouldRecord(new ProgressStated(TheRecommendation.AssessedOn, Progress.Delayed, "Seen on site"));
    }

    [Fact]
    public void is_shown_in_place_of_the_measures() =>
        TheRecommendation
            .Stated()
            .State.ShouldSatisfyAllConditions(
                state => state!.StatedProgress.ShouldBe(Progress.Implemented),
                state => state!.ProgressReason.ShouldBe("Seen on site")
            );

    [Fact]
    public void as_implemented_neither_assesses_nor_closes() =>
        TheRecommendation
            .Stated()
            .State.ShouldSatisfyAllConditions(
                state => state!.Assessment.ShouldBe(OmbudAssessment.NotAssessed),
                state => state!.Closure.ShouldBe(Closure.Open)
            );

    [Fact]
    public void without_one_gives_it_back_to_the_measures() =>
        TheRecommendation.Stated().And(new StateProgress("The measures say it")).State!.StatedProgress.ShouldBeNull();

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheRecommendation
            .Stated()
            .When(new StateProgress("Seen on site", Progress.Implemented, TheRecommendation.AssessedOn))
            .ShouldRecordNothing();
    }

    [Fact]
    public void the_same_on_a_later_day_is_a_fact_of_that_day() =>
        TheRecommendation
            .Stated()
            .When(new StateProgress("Seen on site", Progress.Implemented))
            .ShouldRecord(new ProgressStated(TheRecommendation.Today, Progress.Implemented, "Seen on site"));

    [Fact]
    public void for_another_reason_is_recorded() =>
        TheRecommendation
            .Stated()
            .When(new StateProgress("Seen twice", Progress.Implemented))
            .ShouldRecord(new ProgressStated(TheRecommendation.Today, Progress.Implemented, "Seen twice"));

    [Fact]
    public void of_an_earlier_day_that_is_registered_late_leaves_the_later_one()
    {
        var late = TheRecommendation.Stated().And(new StateProgress("As it was in April", Progress.Delayed, new(2023, 4, 3)));
        late.State.ShouldSatisfyAllConditions(
            state => state!.StatedProgress.ShouldBe(Progress.Implemented),
            state => state!.ProgressReason.ShouldBe("Seen on site")
        );
        late.When(new StateProgress("As it was in April", Progress.Delayed, new(2023, 4, 3))).ShouldRecordNothing();
    }

    [Fact]
    public void is_refused_once_the_recommendation_is_closed() =>
        TheRecommendation
            .Closed()
            .When(new StateProgress("Seen on site", Progress.Delayed))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);

    [Fact]
    public void names_every_fault_at_once()
    {
        TheRecommendation
            .Issued()
            .When(new StateProgress(" ", Progress.Delayed, TheRecommendation.Tomorrow))
            .ShouldHaveFaults("reason required", "statedOn in_the_future");
        TheRecommendation
            .Issued()
            .When(new StateProgress(new('x', 501), Progress.Delayed, TheRecommendation.DayBeforeIssue))
            .ShouldHaveFaults("reason too_long", "statedOn too_early");
    }

    [Fact]
    public void twice_on_one_day_leaves_the_last_to_stand() =>
        TheRecommendation
            .Issued()
            .And(new StateProgress("As told", Progress.Delayed))
            .And(new StateProgress("Seen on site", Progress.Implemented))
            .State!.StatedProgress.ShouldBe(Progress.Implemented);
}
