using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

public sealed class AttachingCases
{
    private static readonly Guid First = References.Cases[0];
    private static readonly Guid Second = References.Cases[1];

    [Fact]
    public void records_those_that_it_did_not_draw_on_before() =>
        TheFeedback.On(First).When(new AttachCases([First, Second])).ShouldRecord(new BasisCaseAttached(TheFeedback.Today, [Second]));

    [Fact]
    public void lets_it_draw_on_them_too() => TheFeedback.On(First).And(new AttachCases([Second])).State!.Cases.ShouldBe([First, Second]);

    [Fact]
    public void the_same_again_records_nothing() =>
        TheFeedback.On(First).And(new AttachCases([Second])).When(new AttachCases([Second])).ShouldRecordNothing();

    [Fact]
    public void leaves_the_basis_of_what_was_presented_before()
    {
        var presented = TheFeedback
            .On(First, Second)
            .And(new PresentToAdministration(PresentedOn: TheFeedback.PresentedOn))
            .And(new AttachCases([References.Cases[2]]));
        presented.State!.Administration.ShouldHaveSingleItem().Basis.ShouldBe(2);
        presented.When(new PresentFeedback("city_council")).ShouldRecord(new FeedbackPresented(TheFeedback.Today, "city_council", 3, 3));
    }

    [Fact]
    public void names_every_fault_at_once()
    {
        TheFeedback.On(First).When(new AttachCases([])).ShouldHaveFaults("cases required");
        TheFeedback
            .On(First)
            .When(new AttachCases([References.Elsewhere, Second, Second]))
            .ShouldHaveFaults("cases[0] unknown_case", "cases[2] duplicate");
        TheFeedback.On(First).When(new AttachCases([.. Enumerable.Repeat(Second, 201)])).ShouldHaveFaults("cases too_many");
    }
}
