using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class ClosingARecommendation
{
    [Theory]
    [InlineData(Closure.ClosedImplemented)]
    [InlineData(Closure.ClosedNotImplemented)]
    public void as_done_or_not_done_needs_an_assessment(Closure closure)
    {
        TheRecommendation.Answered().When(new CloseRecommendation(closure)).ShouldBeRefused(RecommendationRefusals.NotAssessed);
        TheRecommendation
            .Assessed()
            .When(new CloseRecommendation(closure))
            .ShouldRecord(new RecommendationClosed(TheRecommendation.Today, closure, null, null));
    }

    [Fact]
    public void shows_how_and_when_and_why_it_was_closed() =>
        TheRecommendation
            .Closed()
            .State.ShouldSatisfyAllConditions(
                state => state!.Closure.ShouldBe(Closure.ClosedImplemented),
                state => state!.ClosedOn.ShouldBe(TheRecommendation.ClosedOn),
                state => state!.ClosureReason.ShouldBe("Done")
            );

    [Fact]
    public void as_superseded_names_the_one_that_takes_its_place() =>
        TheRecommendation.Superseded().State!.SupersededBy.ShouldBe(References.OtherRecommendation);

    [Fact]
    public void as_superseded_needs_a_successor_or_a_reason()
    {
        TheRecommendation.Issued().When(new CloseRecommendation(Closure.ClosedSuperseded, " ")).ShouldHaveFaults("supersededBy required");
        TheRecommendation
            .Issued()
            .When(new CloseRecommendation(Closure.ClosedSuperseded, "A new law"))
            .ShouldRecord(new RecommendationClosed(TheRecommendation.Today, Closure.ClosedSuperseded, "A new law", null));
    }

    [Fact]
    public void does_not_know_a_successor_in_another_municipality() =>
        TheRecommendation
            .Issued()
            .When(new CloseRecommendation(Closure.ClosedSuperseded, SupersededBy: References.Elsewhere))
            .ShouldHaveFaults("supersededBy unknown_recommendation");

    [Fact]
    public void as_no_longer_relevant_needs_a_reason()
    {
        TheRecommendation.Issued().When(new CloseRecommendation(Closure.ClosedNoLongerRelevant)).ShouldHaveFaults("reason required");
        TheRecommendation
            .Issued()
            .When(new CloseRecommendation(Closure.ClosedNoLongerRelevant, "The office is gone", ClosedOn: TheRecommendation.ClosedOn))
            .ShouldRecord(new RecommendationClosed(TheRecommendation.ClosedOn, Closure.ClosedNoLongerRelevant, "The office is gone", null));
    }

    [Theory]
    [InlineData(Closure.Open)]
    [InlineData(Closure.Withdrawn)]
    public void is_not_a_way_to_reopen_or_to_withdraw(Closure closure)
    {
        TheRecommendation.Assessed().When(new CloseRecommendation(closure)).ShouldHaveFaults("as not_applicable");
        TheRecommendation.Withdrawn().When(new CloseRecommendation(closure)).ShouldBeRefused(RecommendationRefusals.IsClosed);
    }

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheRecommendation.Closed().When(new CloseRecommendation(Closure.ClosedImplemented, "Done")).ShouldRecordNothing();
        TheRecommendation
            .Closed()
            .When(new CloseRecommendation(Closure.ClosedImplemented, "Done", ClosedOn: TheRecommendation.ClosedOn))
            .ShouldRecordNothing();
        TheRecommendation
            .Superseded()
            .When(new CloseRecommendation(Closure.ClosedSuperseded, SupersededBy: References.OtherRecommendation))
            .ShouldRecordNothing();
    }

    [Fact]
    public void is_refused_in_another_way_on_another_day_for_another_reason_or_for_another_successor()
    {
        TheRecommendation
            .Closed()
            .When(new CloseRecommendation(Closure.ClosedNotImplemented, "Done"))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);
        TheRecommendation
            .Closed()
            .When(new CloseRecommendation(Closure.ClosedImplemented, "Done", ClosedOn: TheRecommendation.Today))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);
        TheRecommendation
            .Closed()
            .When(new CloseRecommendation(Closure.ClosedImplemented, "Done at last"))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);
        TheRecommendation
            .Superseded()
            .When(new CloseRecommendation(Closure.ClosedSuperseded, SupersededBy: References.Recommendation))
            .ShouldBeRefused(RecommendationRefusals.IsClosed);
    }

    [Fact]
    public void cannot_be_before_it_was_issued_or_reopened_or_in_the_future()
    {
        TheRecommendation
            .Assessed()
            .When(new CloseRecommendation(Closure.ClosedImplemented, ClosedOn: TheRecommendation.DayBeforeIssue))
            .ShouldHaveFaults("closedOn too_early");
        TheRecommendation
            .Reopened()
            .When(new CloseRecommendation(Closure.ClosedImplemented, ClosedOn: TheRecommendation.ReopenedOn.PlusDays(-1)))
            .ShouldHaveFaults("closedOn too_early");
        TheRecommendation
            .Reopened()
            .When(new CloseRecommendation(Closure.ClosedImplemented, ClosedOn: TheRecommendation.ReopenedOn))
            .ShouldBeOfType<Decision.Accepted>();
        TheRecommendation
            .Assessed()
            .When(new CloseRecommendation(Closure.ClosedImplemented, ClosedOn: TheRecommendation.Tomorrow))
            .ShouldHaveFaults("closedOn in_the_future");
    }

    [Fact]
    public void names_every_fault_at_once() =>
        TheRecommendation
            .Issued()
            .When(new CloseRecommendation(Closure.ClosedNoLongerRelevant, "\n", References.Elsewhere, TheRecommendation.Tomorrow))
            .ShouldHaveFaults(
                "reason control_character",
                "supersededBy not_applicable",
                "supersededBy unknown_recommendation",
                "reason required",
                "closedOn in_the_future"
            );

    [Fact]
    public void before_it_was_issued_and_before_it_was_reopened_is_one_fault() =>
        TheRecommendation
            .Reopened()
            .When(new CloseRecommendation(Closure.ClosedImplemented, ClosedOn: TheRecommendation.DayBeforeIssue))
            .ShouldHaveFaults("closedOn too_early");
}
