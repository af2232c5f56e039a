using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class WithdrawingARecommendation
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheRecommendation
            .Issued()
            .When(new WithdrawRecommendation("A misunderstanding"))
            .ShouldRecord(new RecommendationWithdrawn(TheRecommendation.Today, "A misunderstanding"));
        TheRecommendation
            .Issued()
            .When(new WithdrawRecommendation("A misunderstanding", TheRecommendation.IssuedOn))
            .ShouldRecord(new RecommendationWithdrawn(TheRecommendation.IssuedOn, "A misunderstanding"));
    }

    [Fact]
    public void needs_no_assessment_and_keeps_what_it_said() =>
        TheRecommendation
            .Withdrawn()
            .State.ShouldSatisfyAllConditions(
                state => state!.Closure.ShouldBe(Closure.Withdrawn),
                state => state!.ClosedOn.ShouldBe(TheRecommendation.ClosedOn),
                state => state!.ClosureReason.ShouldBe("A misunderstanding"),
                state => state!.Text.ShouldBe("Answer in writing")
            );

    [Fact]
    public void the_same_again_records_nothing() =>
        TheRecommendation.Withdrawn().When(new WithdrawRecommendation("A misunderstanding")).ShouldRecordNothing();

    [Fact]
    public void is_refused_once_it_is_closed() =>
        TheRecommendation.Closed().When(new WithdrawRecommendation("A misunderstanding")).ShouldBeRefused(RecommendationRefusals.IsClosed);

    [Fact]
    public void ends_all_entries()
    {
        TheRecommendation.Withdrawn().When(TheRecommendation.Answering(new("Ad 1."))).ShouldBeRefused(RecommendationRefusals.IsClosed);
        TheRecommendation
            .Withdrawn()
            .When(new AssessRecommendation(OmbudAssessment.Satisfied))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);
        TheRecommendation
            .Withdrawn()
            .When(new CloseRecommendation(Closure.ClosedNoLongerRelevant, "Withdrawn"))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);
    }

    [Fact]
    public void cannot_be_before_it_was_reopened() =>
        TheRecommendation
            .Reopened()
            .When(new WithdrawRecommendation("A misunderstanding", TheRecommendation.ReopenedOn.PlusDays(-1)))
            .ShouldHaveFaults("withdrawnOn too_early");

    [Fact]
    public void names_every_fault_at_once()
    {
        TheRecommendation
            .Issued()
            .When(new WithdrawRecommendation(" ", TheRecommendation.DayBeforeIssue))
            .ShouldHaveFaults("reason required", "withdrawnOn too_early");
        TheRecommendation
            .Issued()
            .When(new WithdrawRecommendation("\0", TheRecommendation.Tomorrow))
            .ShouldHaveFaults("reason control_character", "withdrawnOn in_the_future");
    }
}
