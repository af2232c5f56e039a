using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class AssessingARecommendation
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheRecommendation
            .Issued()
            .When(new AssessRecommendation(OmbudAssessment.NotSatisfied))
            .ShouldRecord(new RecommendationAssessed(TheRecommendation.Today, OmbudAssessment.NotSatisfied, null));
        TheRecommendation
            .Issued()
            .When(new AssessRecommendation(OmbudAssessment.PartlySatisfied, "In two of three centres", TheRecommendation.AssessedOn))
            .ShouldRecord(
                new RecommendationAssessed(TheRecommendation.AssessedOn, OmbudAssessment.PartlySatisfied, "In two of three centres")
            );
    }

    [Fact]
    public void shows_the_judgement_its_day_and_its_note() =>
        TheRecommendation
            .Assessed()
            .State.ShouldSatisfyAllConditions(
                state => state!.Assessment.ShouldBe(OmbudAssessment.Satisfied),
                state => state!.AssessedOn.ShouldBe(TheRecommendation.AssessedOn),
                state => state!.AssessmentNote.ShouldBe("Seen on site")
            );

    [Fact]
    public void closes_nothing() => TheRecommendation.Assessed().State!.Closure.ShouldBe(Closure.Open);

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheRecommendation
            .Assessed()
            .When(new AssessRecommendation(OmbudAssessment.Satisfied, "Seen on site", TheRecommendation.AssessedOn))
            .ShouldRecordNothing();
        TheRecommendation.Issued().When(new AssessRecommendation(OmbudAssessment.NotAssessed)).ShouldRecordNothing();
    }

    [Fact]
    public void the_same_on_a_later_day_is_a_fact_of_that_day()
    {
        var again = new AssessRecommendation(OmbudAssessment.Satisfied, "Seen on site");
        TheRecommendation
            .Assessed()
            .When(again)
            .ShouldRecord(new RecommendationAssessed(TheRecommendation.Today, OmbudAssessment.Satisfied, "Seen on site"));
        TheRecommendation.Assessed().And(again).When(again).ShouldRecordNothing();
    }

    [Fact]
    public void with_another_note_is_recorded() =>
        TheRecommendation
            .Assessed()
            .When(new AssessRecommendation(OmbudAssessment.Satisfied, "Seen twice"))
            .ShouldRecord(new RecommendationAssessed(TheRecommendation.Today, OmbudAssessment.Satisfied, "Seen twice"));

    [Fact]
    public void of_an_earlier_day_that_is_registered_late_leaves_the_later_one()
    {
        var late = TheRecommendation
            .Assessed()
            .And(new AssessRecommendation(OmbudAssessment.NotSatisfied, "As it was in April", new(2023, 4, 3)));
        late.State.ShouldSatisfyAllConditions(
            state => state!.Assessment.ShouldBe(OmbudAssessment.Satisfied),
            state => state!.AssessedOn.ShouldBe(TheRecommendation.AssessedOn),
            state => state!.AssessmentNote.ShouldBe("Seen on site")
        );
        late.When(new AssessRecommendation(OmbudAssessment.NotSatisfied, "As it was in April", new(2023, 4, 3))).ShouldRecordNothing();
    }

    [Fact]
    public void can_be_taken_back()
    {
        var back = TheRecommendation.Assessed().And(new AssessRecommendation(OmbudAssessment.NotAssessed));
        back.State!.Assessment.ShouldBe(OmbudAssessment.NotAssessed);
        back.When(new CloseRecommendation(Closure.ClosedImplemented)).ShouldBeRefused(RecommendationRefusals.NotAssessed);
    }

    [Fact]
    public void is_refused_once_the_recommendation_is_closed() =>
        TheRecommendation
            .Closed()
            .When(new AssessRecommendation(OmbudAssessment.NotSatisfied))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);

    [Fact]
    public void names_every_fault_at_once()
    {
        TheRecommendation
            .Issued()
            .When(new AssessRecommendation(OmbudAssessment.Satisfied, new('\n', 4001), TheRecommendation.DayBeforeIssue))
            .ShouldHaveFaults("note too_long", "note control_character", "assessedOn too_early");
        TheRecommendation
            .Issued()
            .When(new AssessRecommendation(OmbudAssessment.Satisfied, AssessedOn: TheRecommendation.Tomorrow))
            .ShouldHaveFaults("assessedOn in_the_future");
    }
}
