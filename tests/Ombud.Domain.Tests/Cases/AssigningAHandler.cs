using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class AssigningAHandler
{
    [Fact]
    public void is_recorded_with_each_change_and_the_same_again_records_nothing()
    {
        TheCase.Received().When(new AssignHandler("anne")).ShouldRecord(new HandlerAssigned(TheCase.Today, "anne"));
        Annes().When(new AssignHandler("anne")).ShouldRecordNothing();
        Annes().When(new AssignHandler("bo", new(2023, 6, 1))).ShouldRecord(new HandlerAssigned(new(2023, 6, 1), "bo"));
    }

    [Fact]
    public void comes_with_the_receipt_and_its_day() =>
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: new(2023, 5, 2), Handler: "anne"))
            .ShouldRecord(new CaseReceived(new(2023, 5, 2), null, null, null, null), new HandlerAssigned(new(2023, 5, 2), "anne"));

    [Fact]
    public void whoever_is_disqualified_handles_it_no_longer_and_cannot_have_it_again()
    {
        Annes()
            .When(new DisqualifyHandler("anne", "Her brother", new(2023, 5, 10)))
            .ShouldRecord(new HandlerDisqualified(new(2023, 5, 10), "anne", "Her brother"));
        var without = Annes().Then(new HandlerDisqualified(new(2023, 5, 10), "anne", "Her brother"));
        (without.State!.Handler, without.State.Disqualified.ShouldHaveSingleItem()).ShouldBe((null, "anne"));
        without.When(new AssignHandler("anne")).ShouldBeRefused(CaseRefusals.HandlerIsDisqualified);
        without.When(new DisqualifyHandler("anne", "Again")).ShouldRecordNothing();
        without.When(new AssignHandler("bo")).ShouldRecord(new HandlerAssigned(TheCase.Today, "bo"));
        without.When(new WithdrawCaseEntry(3, "Another Anne", null)).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void needs_somebody_a_reason_and_a_day_since_the_receipt()
    {
        TheCase.Received().When(new AssignHandler(" ")).ShouldHaveFaults("handler required");
        TheCase.Received().When(new DisqualifyHandler("anne", " ")).ShouldHaveFaults("reason required");
        TheCase.Received().When(new AssignHandler("anne", new(2023, 5, 1))).ShouldHaveFaults("assignedOn before_receipt");
        TheCase.Received().When(new AssignHandler(new('a', 65))).ShouldHaveFaults("handler too_long");
        TheCase.Received().When(new AssignHandler(new('a', 64))).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void the_ombuds_own_acknowledgement_and_first_reply_happen_once()
    {
        TheCase.Received().When(new SendAcknowledgement(new(2023, 5, 3))).ShouldRecord(new AcknowledgementSent(new(2023, 5, 3)));
        var answered = TheCase.Received().Then(new AcknowledgementSent(new(2023, 5, 3))).Then(new FirstReplySent(new(2023, 5, 9)));
        answered.When(new SendAcknowledgement(new(2023, 5, 3))).ShouldRecordNothing();
        answered.When(new SendAcknowledgement(new(2023, 5, 4))).ShouldBeRefused(CaseRefusals.IsAcknowledged);
        answered.When(new SendFirstReply()).ShouldRecordNothing();
        answered.When(new SendFirstReply(new(2023, 5, 4))).ShouldBeRefused(CaseRefusals.IsReplied);
        TheCase.Received().When(new SendFirstReply(new(2023, 5, 1))).ShouldHaveFaults("sentOn before_receipt");
    }

    [Fact]
    public void the_first_unit_leads_and_another_one_leading_is_a_change()
    {
        var led = TheCase
            .Received()
            .Then(new CaseCategorized(new(2023, 5, 3), "health", ["late_or_no_reply"], ["schools", "building_office"]));
        led.When(new CategorizeCase("health", ["late_or_no_reply"], ["schools", "building_office"])).ShouldRecordNothing();
        led.When(new CategorizeCase("health", ["late_or_no_reply"], ["building_office", "schools"]))
            .ShouldRecord(new CaseCategorized(TheCase.Today, "health", ["late_or_no_reply"], ["building_office", "schools"]));
    }

    private static TheCase Annes() => TheCase.Received().Then(new HandlerAssigned(new(2023, 5, 3), "anne"));
}
