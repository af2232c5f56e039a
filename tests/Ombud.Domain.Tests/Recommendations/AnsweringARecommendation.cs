using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class AnsweringARecommendation
{
    private static readonly Guid Later = new("a0000000-0000-4000-8000-000000000002");

    private static Decision Answering(RegisterAnswer answer) => TheRecommendation.Issued().When(TheRecommendation.Answering(answer));

    [Fact]
    public void is_recorded_with_all_that_it_covers() =>
        TheRecommendation
            .Issued()
            .When(
                new RegisterAnswerTo(
                    TheRecommendation.AnswerId,
                    [References.Recommendation, References.OtherRecommendation],
                    new("Ad 1 og 2.", "Skriftlige svar", AdministrationPosition.PartiallyAccepted, "Fra høsten", new(2023, 4, 3))
                )
            )
            .ShouldRecord(
                new AdministrationResponded(
                    new(2023, 4, 3),
                    TheRecommendation.AnswerId,
                    "Ad 1 og 2.",
                    "Skriftlige svar",
                    [References.Recommendation, References.OtherRecommendation],
                    AdministrationPosition.PartiallyAccepted,
                    "Fra høsten"
                )
            );

    [Fact]
    public void is_recorded_today_unless_a_day_is_given() =>
        Answering(new(Text: "Fra høsten"))
            .ShouldRecord(
                new AdministrationResponded(
                    TheRecommendation.Today,
                    TheRecommendation.AnswerId,
                    null,
                    null,
                    [References.Recommendation],
                    null,
                    "Fra høsten"
                )
            );

    [Fact]
    public void without_a_position_is_an_answer_that_takes_none() =>
        TheRecommendation
            .Issued()
            .And(TheRecommendation.Answering(new("Ad 3.")))
            .State!.AdministrationPosition.ShouldBe(AdministrationPosition.NoPosition);

    [Fact]
    public void with_a_later_answer_takes_the_later_position() =>
        TheRecommendation
            .Answered()
            .And(TheRecommendation.Answering(new(Position: AdministrationPosition.UnderConsideration, AnsweredOn: new(2023, 5, 2)), Later))
            .State!.AdministrationPosition.ShouldBe(AdministrationPosition.UnderConsideration);

    [Fact]
    public void of_an_earlier_day_that_is_registered_late_leaves_the_later_position() =>
        TheRecommendation
            .Answered()
            .And(TheRecommendation.Answering(new(Position: AdministrationPosition.UnderConsideration, AnsweredOn: new(2023, 3, 15)), Later))
            .State!.AdministrationPosition.ShouldBe(AdministrationPosition.Accepted);

    [Fact]
    public void assesses_states_and_closes_nothing() =>
        TheRecommendation
            .Answered()
            .State.ShouldSatisfyAllConditions(
                state => state!.Assessment.ShouldBe(OmbudAssessment.NotAssessed),
                state => state!.StatedProgress.ShouldBeNull(),
                state => state!.Closure.ShouldBe(Closure.Open)
            );

    [Fact]
    public void under_the_same_id_records_nothing() =>
        TheRecommendation
            .Answered()
            .When(TheRecommendation.Answering(new(Position: AdministrationPosition.Accepted)))
            .ShouldRecordNothing();

    [Fact]
    public void is_refused_once_the_recommendation_is_closed() =>
        TheRecommendation.Closed().When(TheRecommendation.Answering(new("Ad 1."))).ShouldBeRefused(RecommendationRefusals.IsClosed);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void says_something(string? text) => Answering(new(Text: text)).ShouldHaveFaults("text required");

    [Fact]
    public void needs_a_reason_to_reject()
    {
        Answering(new(Position: AdministrationPosition.RejectedWithReason, Text: " ")).ShouldHaveFaults("text required");
        Answering(new(Position: AdministrationPosition.RejectedWithReason, Text: "It would take more posts"))
            .ShouldBeOfType<Decision.Accepted>();
    }

    [Theory]
    [InlineData(AdministrationPosition.NoAnswer)]
    [InlineData(AdministrationPosition.NoPosition)]
    public void leaves_out_a_position_that_is_none(AdministrationPosition position) =>
        Answering(new(Position: position)).ShouldHaveFaults("position not_applicable");

    [Fact]
    public void covers_a_recommendation_once() =>
        TheRecommendation
            .Issued()
            .When(
                new RegisterAnswerTo(TheRecommendation.AnswerId, [References.Recommendation, References.Recommendation], new("Ad 1 og 1."))
            )
            .ShouldHaveFaults("covers[1] duplicate");

    [Fact]
    public void cannot_be_before_the_recommendation_was_issued_or_in_the_future()
    {
        Answering(new("Ad 1.", AnsweredOn: TheRecommendation.IssuedOn)).ShouldBeOfType<Decision.Accepted>();
        Answering(new("Ad 1.", AnsweredOn: TheRecommendation.DayBeforeIssue)).ShouldHaveFaults("answeredOn too_early");
        Answering(new("Ad 1.", AnsweredOn: TheRecommendation.Tomorrow)).ShouldHaveFaults("answeredOn in_the_future");
    }

    [Fact]
    public void names_every_fault_at_once() =>
        Answering(new(new('x', 501), "A\tB", AdministrationPosition.NoAnswer, new('x', 4001), TheRecommendation.Tomorrow))
            .ShouldHaveFaults(
                "heading too_long",
                "title control_character",
                "text too_long",
                "position not_applicable",
                "answeredOn in_the_future"
            );

    [Fact]
    public void twice_on_one_day_takes_the_position_registered_last() =>
        TheRecommendation
            .Issued()
            .And(TheRecommendation.Answering(new(Position: AdministrationPosition.Accepted)))
            .And(TheRecommendation.Answering(new(Text: "Too dear", Position: AdministrationPosition.RejectedWithReason), Guid.NewGuid()))
            .State!.Answers.Select(answer => answer.Position)
            .ShouldBe([AdministrationPosition.Accepted, AdministrationPosition.RejectedWithReason]);
}
