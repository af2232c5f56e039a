using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class ClosingACase
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase.Received().When(new CloseCase("guided")).ShouldRecord(new CaseClosed(TheCase.Today, "guided"));
        TheCase.Received().When(new CloseCase("guided", TheCase.ClosedOn)).ShouldRecord(new CaseClosed(TheCase.ClosedOn, "guided"));
    }

    [Fact]
    public void ends_its_open_period() =>
        TheCase
            .Closed()
            .State.ShouldSatisfyAllConditions(
                state => state!.Status.ShouldBe(CaseStatus.Closed),
                state => state!.OpenPeriods.ShouldBe([new(TheCase.ReceivedOn, TheCase.ClosedOn, "guided")])
            );

    [Fact]
    public void may_be_on_the_day_of_receipt() =>
        TheCase.Received().When(new CloseCase("guided", TheCase.ReceivedOn)).ShouldRecord(new CaseClosed(TheCase.ReceivedOn, "guided"));

    [Fact]
    public void may_be_on_the_day_of_reopening() =>
        TheCase
            .Reopened()
            .When(new CloseCase("criticism", TheCase.ReopenedOn))
            .ShouldRecord(new CaseClosed(TheCase.ReopenedOn, "criticism"));

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheCase.Closed().When(new CloseCase("guided", TheCase.ClosedOn)).ShouldRecordNothing();
        TheCase.Closed().When(new CloseCase("guided")).ShouldRecordNothing();
    }

    [Fact]
    public void is_refused_with_another_outcome_or_on_another_day()
    {
        TheCase.Closed().When(new CloseCase("criticism", TheCase.ClosedOn)).ShouldBeRefused(CaseRefusals.IsClosed);
        TheCase.Closed().When(new CloseCase("guided", new(2023, 5, 21))).ShouldBeRefused(CaseRefusals.IsClosed);
    }

    [Fact]
    public void cannot_be_before_the_case_was_reopened() =>
        TheCase.Reopened().When(new CloseCase("guided", new(2023, 5, 31))).ShouldHaveFaults("closedOn too_early");

    [Fact]
    public void cannot_be_in_the_future() =>
        TheCase.Received().When(new CloseCase("guided", TheCase.Tomorrow)).ShouldHaveFaults("closedOn in_the_future");

    [Fact]
    public void names_every_fault_at_once()
    {
        TheCase
            .Received()
            .When(new CloseCase("shrug", new(2023, 5, 1)))
            .ShouldHaveFaults("outcome unknown_code", "closedOn before_receipt");
        TheCase
            .Received()
            .When(new CloseCase("shrug", TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("outcome unknown_code", "closedOn before_configuration", "closedOn before_receipt");
    }
}
