using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class DecliningAnInquiry
{
    [Fact]
    public void is_recorded_with_its_reason_and_the_same_again_records_nothing()
    {
        TheCase
            .Received()
            .When(new DeclineInquiry("too_old", new(2023, 5, 30)))
            .ShouldRecord(new InquiryDeclined(new(2023, 5, 30), "too_old"));
        Declined().When(new DeclineInquiry("too_old")).ShouldRecordNothing();
        Declined().When(new DeclineInquiry("too_old", new(2023, 5, 30))).ShouldRecordNothing();
        Declined()
            .State!.ShouldSatisfyAllConditions(
                state => state.DeclineReason.ShouldBe("too_old"),
                state => state.DeclinedOn.ShouldBe(new(2023, 5, 30)),
                state => state.Status.ShouldBe(CaseStatus.Open)
            );
    }

    [Fact]
    public void happens_once_and_another_reason_is_a_replacement()
    {
        Declined().When(new DeclineInquiry("duplicate")).ShouldBeRefused(CaseRefusals.IsDeclined);
        Declined().When(new DeclineInquiry("too_old", new(2023, 5, 31))).ShouldBeRefused(CaseRefusals.IsDeclined);
        Declined()
            .When(new WithdrawCaseEntry(2, "Mistyped", new DeclineInquiry("duplicate")))
            .ShouldBeOfType<Decision.Accepted>()
            .Events[1]
            .ShouldBe(new InquiryDeclined(new(2023, 5, 30), "duplicate"));
    }

    [Fact]
    public void needs_a_known_reason_and_a_day_since_the_receipt()
    {
        TheCase.Received().When(new DeclineInquiry("dull")).ShouldHaveFaults("reason unknown_code");
        TheCase.Received().When(new DeclineInquiry("too_old", new(2023, 5, 1))).ShouldHaveFaults("declinedOn before_receipt");
        TheCase.Received().When(new DeclineInquiry("too_old", TheCase.Tomorrow)).ShouldHaveFaults("declinedOn in_the_future");
    }

    [Fact]
    public void it_may_be_forwarded_to_several_but_to_each_once()
    {
        var forwarded = Declined().Then(new InquiryForwarded(new(2023, 5, 31), "legal_aid"));

        forwarded.When(new ForwardInquiry("other")).ShouldRecord(new InquiryForwarded(TheCase.Today, "other"));
        forwarded.When(new ForwardInquiry("legal_aid")).ShouldRecordNothing();
        forwarded.When(new ForwardInquiry("legal_aid", TheCase.Today)).ShouldBeRefused(CaseRefusals.IsForwarded);
        forwarded.When(new ForwardInquiry("nobody")).ShouldHaveFaults("recipient unknown_code");
        forwarded.When(new ForwardInquiry("other", new(2023, 5, 1))).ShouldHaveFaults("forwardedOn before_receipt");
    }

    private static TheCase Declined() => TheCase.Received().Then(new InquiryDeclined(new(2023, 5, 30), "too_old"));
}
