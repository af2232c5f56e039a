using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class DescribingAnInquiry
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase
            .Received()
            .When(new DescribeInquiry("complaint", false, true))
            .ShouldRecord(new InquiryDescribed(TheCase.Today, "complaint", false, true));
        TheCase
            .Received()
            .When(new DescribeInquiry(Anonymous: true, DescribedOn: new(2023, 6, 12)))
            .ShouldRecord(new InquiryDescribed(new(2023, 6, 12), null, true, null));
    }

    [Fact]
    public void leaves_what_is_not_given_as_it_was_and_the_same_again_records_nothing()
    {
        var described = TheCase.Received().Then(new InquiryDescribed(TheCase.Today, "complaint", null, false));

        described
            .Then(new InquiryDescribed(TheCase.Today, null, true, null))
            .State.ShouldSatisfyAllConditions(
                state => state!.InquiryType.ShouldBe("complaint"),
                state => state!.Anonymous.ShouldBe(true),
                state => state!.PowerOfAttorneySeen.ShouldBe(false)
            );
        described.When(new DescribeInquiry("complaint")).ShouldRecordNothing();
        described.When(new DescribeInquiry(PowerOfAttorneySeen: false)).ShouldRecordNothing();
        described.When(new DescribeInquiry(PowerOfAttorneySeen: true)).ShouldRecord(new InquiryDescribed(TheCase.Today, null, null, true));
    }

    [Fact]
    public void needs_something_to_say_and_a_known_type()
    {
        TheCase.Received().When(new DescribeInquiry()).ShouldHaveFaults("inquiryType required");
        TheCase.Received().When(new DescribeInquiry("quarrel")).ShouldHaveFaults("inquiryType unknown_code");
        TheCase
            .Received()
            .When(new DescribeInquiry("guidance", DescribedOn: new(2023, 5, 1)))
            .ShouldHaveFaults("describedOn before_receipt");
    }

    [Fact]
    public void comes_with_the_receipt_and_its_day()
    {
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: new(2023, 5, 2), InquiryType: "observer", Anonymous: true))
            .ShouldRecord(
                new CaseReceived(new(2023, 5, 2), null, null, null, null),
                new InquiryDescribed(new(2023, 5, 2), "observer", true, null)
            );
    }

    [Fact]
    public void whoever_stays_unknown_has_no_name_but_may_have_a_contact()
    {
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: new(2023, 5, 2), Anonymous: true, Resident: new("Kari Nordmann")))
            .ShouldHaveFaults("anonymous contradiction");
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: new(2023, 5, 2), Anonymous: true, Resident: new(Contact: "kari@example.no")))
            .ShouldBeOfType<Decision.Accepted>();
    }
}
