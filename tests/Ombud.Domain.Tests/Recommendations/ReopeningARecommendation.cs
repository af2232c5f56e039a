using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class ReopeningARecommendation
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheRecommendation
            .Closed()
            .When(new ReopenRecommendation("New complaints"))
            .ShouldRecord(new RecommendationReopened(TheRecommendation.Today, "New complaints"));
        TheRecommendation
            .Closed()
            .When(new ReopenRecommendation("New complaints", TheRecommendation.ClosedOn))
            .ShouldRecord(new RecommendationReopened(TheRecommendation.ClosedOn, "New complaints"));
    }

    [Fact]
    public void opens_it_and_keeps_the_assessment() =>
        TheRecommendation
            .Reopened()
            .State.ShouldSatisfyAllConditions(
                state => state!.Closure.ShouldBe(Closure.Open),
                state => state!.ClosedOn.ShouldBeNull(),
                state => state!.Assessment.ShouldBe(OmbudAssessment.Satisfied)
            );

    [Fact]
    public void forgets_the_successor() =>
        TheRecommendation.Superseded().And(new ReopenRecommendation("It was not the same")).State!.SupersededBy.ShouldBeNull();

    [Fact]
    public void takes_back_a_withdrawal() =>
        TheRecommendation.Withdrawn().And(new ReopenRecommendation("It was none")).State!.Closure.ShouldBe(Closure.Open);

    [Fact]
    public void is_refused_while_it_is_open()
    {
        TheRecommendation.Issued().When(new ReopenRecommendation("New complaints")).ShouldBeRefused(RecommendationRefusals.IsOpen);
        TheRecommendation
            .Reopened()
            .When(new ReopenRecommendation("New complaints", TheRecommendation.ReopenedOn))
            .ShouldBeRefused(RecommendationRefusals.IsOpen);
    }

    [Fact]
    public void names_every_fault_at_once()
    {
        TheRecommendation
            .Closed()
            .When(new ReopenRecommendation(" ", TheRecommendation.ClosedOn.PlusDays(-1)))
            .ShouldHaveFaults("reason required", "reopenedOn too_early");
        TheRecommendation
            .Closed()
            .When(new ReopenRecommendation(new('x', 501), TheRecommendation.Tomorrow))
            .ShouldHaveFaults("reason too_long", "reopenedOn in_the_future");
    }
}
