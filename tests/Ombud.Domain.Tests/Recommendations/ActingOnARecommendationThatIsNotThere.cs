using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class ActingOnARecommendationThatIsNotThere
{
    public static TheoryData<RecommendationCommand> EverythingButIssuing =>
        [
            TheRecommendation.Answering(new("Ad 1.")),
            new AssessRecommendation(OmbudAssessment.Satisfied),
            new StateProgress("Seen on site", Progress.Delayed),
            new CloseRecommendation(Closure.ClosedImplemented),
            new ReopenRecommendation("New complaints"),
            new WithdrawRecommendation("A misunderstanding"),
        ];

    [Theory]
    [MemberData(nameof(EverythingButIssuing))]
    public void is_refused(RecommendationCommand command) =>
        TheRecommendation.Missing().When(command).ShouldBeRefused(RecommendationRefusals.NotFound);

    [Fact]
    public void cannot_be_folded() =>
        Should.Throw<InvalidOperationException>(() =>
            Recommendation.Evolve(null, new RecommendationReopened(TheRecommendation.Today, "New complaints"))
        );

    [Fact]
    public void differs_from_one_whose_events_of_a_later_version_are_passed_over()
    {
        var issued = TheRecommendation.Issued().State!;
        Recommendation.Evolve(issued, new object()).ShouldBe(issued);
    }
}
