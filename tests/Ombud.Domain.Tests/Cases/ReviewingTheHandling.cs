using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class ReviewingTheHandling
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase.Received().When(new ReviewHandling()).ShouldRecord(new HandlingReviewed(TheCase.Today));
        TheCase.Received().When(new ReviewHandling(new(2023, 5, 30))).ShouldRecord(new HandlingReviewed(new(2023, 5, 30)));
    }

    [Fact]
    public void happens_once()
    {
        TheCase.Reviewed().When(new ReviewHandling()).ShouldRecordNothing();
        TheCase.Reviewed().When(new ReviewHandling(new(2023, 5, 12))).ShouldRecordNothing();
    }

    [Fact]
    public void is_allowed_after_the_case_was_closed() =>
        TheCase.Closed().When(new ReviewHandling()).ShouldRecord(new HandlingReviewed(TheCase.Today));

    [Fact]
    public void cannot_be_in_the_future_before_the_receipt_or_before_the_configuration()
    {
        TheCase.Received().When(new ReviewHandling(TheCase.Tomorrow)).ShouldHaveFaults("reviewedOn in_the_future");
        TheCase.Received().When(new ReviewHandling(new(2023, 5, 1))).ShouldHaveFaults("reviewedOn before_receipt");
        TheCase
            .Received()
            .When(new ReviewHandling(TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("reviewedOn before_configuration", "reviewedOn before_receipt");
    }
}
