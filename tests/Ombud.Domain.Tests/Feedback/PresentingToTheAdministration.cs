using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

public sealed class PresentingToTheAdministration
{
    private static readonly Guid Reviewed = References.Reviewed[0];

    [Fact]
    public void counts_as_its_basis_the_cases_whose_handling_was_reviewed_and_as_its_volume_all_of_them() =>
        TheFeedback
            .Drafted()
            .When(new PresentToAdministration("schools", TheFeedback.PresentedOn))
            .ShouldRecord(new PresentedToAdministration(TheFeedback.PresentedOn, "schools", 13, 16));

    [Fact]
    public void is_recorded_today_and_to_the_management_unless_something_else_is_given() =>
        TheFeedback
            .Drafted()
            .When(new PresentToAdministration())
            .ShouldRecord(new PresentedToAdministration(TheFeedback.Today, null, 13, 16));

    [Fact]
    public void is_refused_on_the_basis_of_one_reviewed_case() =>
        TheFeedback
            .On([Reviewed, .. References.NotReviewed])
            .When(new PresentToAdministration())
            .ShouldBeRefused(FeedbackRefusals.TooFewCases);

    [Fact]
    public void rests_on_one_reviewed_case_where_that_is_extraordinary() =>
        TheFeedback
            .On([Reviewed, .. References.NotReviewed])
            .And(new RedraftFeedback(Extraordinary: "Danger to life"))
            .When(new PresentToAdministration())
            .ShouldRecord(new PresentedToAdministration(TheFeedback.Today, null, 1, 4));

    [Fact]
    public void is_refused_without_a_reviewed_case_however_extraordinary_it_is() =>
        TheFeedback
            .On(References.NotReviewed)
            .And(new RedraftFeedback(Extraordinary: "Danger to life"))
            .When(new PresentToAdministration())
            .ShouldBeRefused(FeedbackRefusals.NoReviewedCase);

    [Fact]
    public void does_not_count_a_voided_case() =>
        TheFeedback.On(Reviewed, References.Voided).When(new PresentToAdministration()).ShouldBeRefused(FeedbackRefusals.TooFewCases);

    [Fact]
    public void the_same_again_records_nothing() =>
        TheFeedback.Presented().When(new PresentToAdministration("schools", TheFeedback.PresentedOn)).ShouldRecordNothing();

    [Fact]
    public void of_another_unit_or_on_another_day_is_recorded()
    {
        TheFeedback
            .Presented()
            .When(new PresentToAdministration("building_office", TheFeedback.PresentedOn))
            .ShouldRecord(new PresentedToAdministration(TheFeedback.PresentedOn, "building_office", 13, 16));
        TheFeedback
            .Presented()
            .When(new PresentToAdministration("schools"))
            .ShouldRecord(new PresentedToAdministration(TheFeedback.Today, "schools", 13, 16));
    }

    [Fact]
    public void names_every_fault_at_once()
    {
        TheFeedback
            .Drafted()
            .When(new PresentToAdministration("moon_base", TheFeedback.Tomorrow))
            .ShouldHaveFaults("unit unknown_code", "presentedOn in_the_future");
        TheFeedback
            .Drafted()
            .When(new PresentToAdministration("moon_base", TheFeedback.DayBefore))
            .ShouldHaveFaults("unit unknown_code", "presentedOn too_early");
    }

    [Fact]
    public void keeps_the_order_of_the_days_and_of_registration_on_one_day() =>
        TheFeedback
            .Drafted()
            .And(new PresentToAdministration("schools"))
            .And(new PresentToAdministration("building_office"))
            .And(new PresentToAdministration(null, TheFeedback.PresentedOn))
            .State!.Administration.Select(each => each.Unit)
            .ShouldBe([null, "schools", "building_office"]);
}
