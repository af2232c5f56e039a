using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

public sealed class PresentingToABody
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheFeedback
            .Presented()
            .When(new PresentFeedback("city_council"))
            .ShouldRecord(new FeedbackPresented(TheFeedback.Today, "city_council", 13, 16));
        TheFeedback
            .Presented()
            .When(new PresentFeedback("executive_committee", new(2023, 6, 1)))
            .ShouldRecord(new FeedbackPresented(new(2023, 6, 1), "executive_committee", 13, 16));
    }

    [Fact]
    public void is_refused_before_the_administration_was_presented_with_it()
    {
        TheFeedback.Drafted().When(new PresentFeedback("city_council")).ShouldBeRefused(FeedbackRefusals.AdministrationFirst);
        TheFeedback
            .Presented()
            .When(new PresentFeedback("city_council", TheFeedback.PresentedOn.PlusDays(-1)))
            .ShouldBeRefused(FeedbackRefusals.AdministrationFirst);
    }

    [Fact]
    public void may_be_on_the_day_that_the_administration_was_presented_with_it() =>
        TheFeedback
            .Presented()
            .When(new PresentFeedback("city_council", TheFeedback.PresentedOn))
            .ShouldRecord(new FeedbackPresented(TheFeedback.PresentedOn, "city_council", 13, 16));

    [Fact]
    public void the_same_again_records_nothing() =>
        TheFeedback
            .Presented()
            .And(new PresentFeedback("city_council", new(2023, 6, 1)))
            .When(new PresentFeedback("city_council", new(2023, 6, 1)))
            .ShouldRecordNothing();

    [Fact]
    public void of_another_body_or_on_another_day_is_recorded()
    {
        var presented = TheFeedback.Presented().And(new PresentFeedback("city_council", new(2023, 6, 1)));
        presented.When(new PresentFeedback("city_council")).ShouldRecord(new FeedbackPresented(TheFeedback.Today, "city_council", 13, 16));
        presented
            .When(new PresentFeedback("executive_committee", new(2023, 6, 1)))
            .ShouldRecord(new FeedbackPresented(new(2023, 6, 1), "executive_committee", 13, 16));
    }

    [Fact]
    public void keeps_the_order_of_the_days_whatever_is_registered_late() =>
        TheFeedback
            .Presented()
            .And(new PresentFeedback("city_council"))
            .And(new PresentFeedback("executive_committee", new(2023, 6, 1)))
            .State!.Presentations.Select(each => each.Body)
            .ShouldBe(["executive_committee", "city_council"]);

    [Fact]
    public void names_every_fault_at_once() =>
        TheFeedback
            .Presented()
            .When(new PresentFeedback("parliament", TheFeedback.Tomorrow))
            .ShouldHaveFaults("body unknown_code", "presentedOn in_the_future");

    [Fact]
    public void keeps_the_order_of_registration_on_one_day() =>
        TheFeedback
            .Presented()
            .And(new PresentFeedback("executive_committee"))
            .And(new PresentFeedback("city_council"))
            .State!.Presentations.Select(each => each.Body)
            .ShouldBe(["executive_committee", "city_council"]);
}
