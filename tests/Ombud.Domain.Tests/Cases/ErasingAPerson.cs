using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

/// <summary>arkivlova § 12, arkivloven, GDPR article 17(3): what documents a case goes to the archive before it is erased.</summary>
public sealed class ErasingAPerson
{
    private static readonly Case Open = TheCase.Received().State!;
    private static readonly Case Delivered = TheCase
        .Received()
        .Then(new CaseClosed(TheCase.ClosedOn, "guided"))
        .Then(new DeliveredToArchive(TheCase.Today))
        .State!;
    private static readonly Case Voided = TheCase
        .Received()
        .Then(new CaseVoided(TheCase.Today, new Confidential.Enciphered("AA==")))
        .State!;

    [Fact]
    public void is_refused_while_one_of_their_cases_is_not_delivered() =>
        Refused(ErasureReason.RetentionEnded, Delivered, Open)
            .ShouldNotBeNull()
            .Because.ShouldBe("Not delivered to the archive yet: DR-2023-001.");

    [Fact]
    public void is_allowed_once_all_are_delivered_or_voided() => Refused(ErasureReason.RetentionEnded, Delivered, Voided).ShouldBeNull();

    [Fact]
    public void of_unlawful_content_waits_for_no_archive() => Refused(ErasureReason.UnlawfulContent, Open).ShouldBeNull();

    [Fact]
    public void is_shown_by_the_case() =>
        Case.Evolve(Open, Erasure.Event(new(ErasureReason.UnlawfulContent), Guid.NewGuid(), TheCase.Today))
            .ErasedOn.ShouldBe(TheCase.Today);

    [Fact]
    public void comes_after_a_delivery_that_comes_after_the_closing()
    {
        TheCase.Received().When(new DeliverToArchive()).ShouldBeRefused(CaseRefusals.IsOpen);
        var closed = TheCase.Received().Then(new CaseClosed(TheCase.ClosedOn, "guided"));
        closed.When(new DeliverToArchive(TheCase.ClosedOn.PlusDays(-1))).ShouldHaveFaults("deliveredOn too_early");
        closed.When(new DeliverToArchive(TheCase.Today)).ShouldRecord(new DeliveredToArchive(TheCase.Today));
        closed.Then(new DeliveredToArchive(TheCase.Today)).When(new DeliverToArchive()).ShouldRecordNothing();
    }

    private static Refusal? Refused(ErasureReason reason, params Case[] cases) =>
        Erasure.Refusal(new(reason), [.. cases.Select(each => (Guid.NewGuid(), each))]);

    [Fact]
    public void waits_for_a_delivery_that_may_be_of_a_day_in_the_past_and_is_recorded_again_on_another()
    {
        var closed = TheCase.Received().Then(new CaseClosed(TheCase.ClosedOn, "guided"));
        closed.When(new DeliverToArchive(new(2023, 6, 1))).ShouldRecord(new DeliveredToArchive(new(2023, 6, 1)));
        closed
            .Then(new DeliveredToArchive(new(2023, 6, 1)))
            .When(new DeliverToArchive(new(2023, 6, 2)))
            .ShouldRecord(new DeliveredToArchive(new(2023, 6, 2)));
    }
}
