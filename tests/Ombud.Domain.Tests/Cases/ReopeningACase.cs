using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class ReopeningACase
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase.Closed().When(new ReopenCase()).ShouldRecord(new CaseReopened(TheCase.Today));
        TheCase.Closed().When(new ReopenCase(TheCase.ReopenedOn)).ShouldRecord(new CaseReopened(TheCase.ReopenedOn));
    }

    [Fact]
    public void keeps_the_first_closing() =>
        TheCase
            .Reopened()
            .State.ShouldSatisfyAllConditions(
                state => state!.Status.ShouldBe(CaseStatus.Open),
                state => state!.OpenPeriods.ShouldBe([new(TheCase.ReceivedOn, TheCase.ClosedOn, "guided"), new(TheCase.ReopenedOn)])
            );

    [Fact]
    public void may_be_on_the_day_of_closing() =>
        TheCase.Closed().When(new ReopenCase(TheCase.ClosedOn)).ShouldRecord(new CaseReopened(TheCase.ClosedOn));

    [Fact]
    public void is_refused_while_the_case_is_open()
    {
        TheCase.Received().When(new ReopenCase()).ShouldBeRefused(CaseRefusals.IsOpen);
        TheCase.Reopened().When(new ReopenCase(TheCase.ReopenedOn)).ShouldBeRefused(CaseRefusals.IsOpen);
    }

    [Fact]
    public void cannot_be_before_the_case_was_closed() =>
        TheCase.Closed().When(new ReopenCase(new(2023, 5, 19))).ShouldHaveFaults("reopenedOn too_early");

    [Fact]
    public void cannot_be_in_the_future_before_the_receipt_or_before_the_configuration()
    {
        TheCase.Closed().When(new ReopenCase(TheCase.Tomorrow)).ShouldHaveFaults("reopenedOn in_the_future");
        TheCase.Closed().When(new ReopenCase(new(2023, 5, 1))).ShouldHaveFaults("reopenedOn before_receipt");
        TheCase
            .Closed()
            .When(new ReopenCase(TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("reopenedOn before_configuration", "reopenedOn before_receipt");
    }
}
