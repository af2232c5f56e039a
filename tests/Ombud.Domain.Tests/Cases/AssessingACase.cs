using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class AssessingACase
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase.Received().When(new AssessCase(true, true)).ShouldRecord(new CaseAssessed(TheCase.Today, true, true));
        TheCase.Received().When(new AssessCase(true, true, new(2023, 6, 12))).ShouldRecord(new CaseAssessed(new(2023, 6, 12), true, true));
    }

    [Fact]
    public void makes_the_inquiry_a_case_only_when_it_is_within_the_mandate_and_requires_a_response()
    {
        foreach (
            var (within, requires, isCase) in new[]
            {
                (true, true, true),
                (true, false, false),
                (false, true, false),
                (false, false, false),
            }
        )
            TheCase.Received().Then(new CaseAssessed(TheCase.Today, within, requires)).State!.IsCase.ShouldBe(isCase);
        TheCase.Received().State!.IsCase.ShouldBeFalse();
    }

    [Fact]
    public void leaves_the_judgement_that_is_not_given() =>
        TheCase
            .Assessed()
            .Then(new CaseAssessed(TheCase.Today, null, false))
            .State.ShouldSatisfyAllConditions(
                state => state!.WithinMandate.ShouldBe(true),
                state => state!.RequiresResponse.ShouldBe(false)
            );

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheCase.Assessed().When(new AssessCase(true, true)).ShouldRecordNothing();
        TheCase.Assessed().When(new AssessCase(WithinMandate: true)).ShouldRecordNothing();
        TheCase.Assessed().When(new AssessCase(RequiresResponse: true, AssessedOn: new(2023, 6, 1))).ShouldRecordNothing();
    }

    [Fact]
    public void records_a_changed_mind() =>
        TheCase.Assessed().When(new AssessCase(RequiresResponse: false)).ShouldRecord(new CaseAssessed(TheCase.Today, null, false));

    [Fact]
    public void is_allowed_after_the_case_was_closed() =>
        TheCase.Closed().When(new AssessCase(true, true)).ShouldRecord(new CaseAssessed(TheCase.Today, true, true));

    [Fact]
    public void needs_a_judgement() => TheCase.Received().When(new AssessCase()).ShouldHaveFaults("withinMandate required");

    [Fact]
    public void names_every_fault_at_once() =>
        TheCase
            .Received()
            .When(new AssessCase(AssessedOn: TheCase.Tomorrow))
            .ShouldHaveFaults("withinMandate required", "assessedOn in_the_future");

    [Fact]
    public void cannot_be_before_the_receipt_or_the_configuration()
    {
        TheCase.Received().When(new AssessCase(true, AssessedOn: new(2023, 5, 1))).ShouldHaveFaults("assessedOn before_receipt");
        TheCase
            .Received()
            .When(new AssessCase(true, AssessedOn: TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("assessedOn before_configuration", "assessedOn before_receipt");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(null, false)]
    public void records_one_judgement_that_changed_and_leaves_the_other(bool? within, bool? requires)
    {
        TheCase.Assessed().When(new AssessCase(within, requires)).ShouldRecord(new CaseAssessed(TheCase.Today, within, requires));
        var state = TheCase.Assessed().Then(new CaseAssessed(TheCase.Today, within, requires)).State!;
        (state.WithinMandate, state.RequiresResponse).ShouldBe((within ?? true, requires ?? true));
    }
}
