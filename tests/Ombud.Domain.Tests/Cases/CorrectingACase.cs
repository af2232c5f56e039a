using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class CorrectingACase
{
    private const string Reason = "Misread";

    private static CaseCorrected Corrected(
        string? Number = null,
        LocalDate? ReceivedOn = null,
        Instant? ReceivedAt = null,
        string? Channel = null,
        string? ReferralSource = null,
        LocalDate? ClosedOn = null
    ) => new(TheCase.Today, Reason, Number, ReceivedOn, ReceivedAt, Channel, ReferralSource, ClosedOn);

    [Fact]
    public void is_recorded_with_its_reason() =>
        TheCase
            .Received()
            .When(new CorrectCase(Reason, "DR-2023-002", Channel: "phone", ReferralSource: "politician"))
            .ShouldRecord(Corrected("DR-2023-002", Channel: "phone", ReferralSource: "politician"));

    [Fact]
    public void leaves_what_is_not_given() =>
        TheCase
            .Received()
            .Then(Corrected("DR-2023-002"))
            .State.ShouldSatisfyAllConditions(
                state => state!.Number.ShouldBe("DR-2023-002"),
                state => (state!.Channel, state.ReferralSource).ShouldBe(("email", "self")),
                state => (state!.ReceivedOn, state.LatestPeriod.OpenedOn).ShouldBe((TheCase.ReceivedOn, TheCase.ReceivedOn))
            );

    [Fact]
    public void of_the_receipt_moves_the_opening_and_forgets_a_wrong_moment()
    {
        var moment = Instant.FromUtc(2023, 5, 2, 9, 0);
        var state = new TheCase(new CaseReceived(TheCase.ReceivedOn, null, moment, null, null))
            .Then(Corrected(ReceivedOn: new(2023, 4, 28)))
            .State!;
        (state.ReceivedOn, state.ReceivedAt, state.OpenPeriods.Single().OpenedOn).ShouldBe((new(2023, 4, 28), null, new(2023, 4, 28)));
    }

    [Fact]
    public void of_the_moment_of_receipt_moves_the_day_too()
    {
        var moment = Instant.FromUtc(2023, 5, 2, 22, 30);
        TheCase
            .Received()
            .When(new CorrectCase(Reason, ReceivedAt: moment))
            .ShouldRecord(Corrected(ReceivedOn: new(2023, 5, 3), ReceivedAt: moment));
    }

    [Fact]
    public void of_the_closing_keeps_its_outcome() =>
        TheCase
            .Closed()
            .Then(Corrected(ClosedOn: new(2023, 5, 22)))
            .State!.LatestPeriod.ShouldBe(new(TheCase.ReceivedOn, new(2023, 5, 22), "guided"));

    [Fact]
    public void of_the_closing_concerns_the_latest_one() =>
        TheCase
            .ClosedAgain()
            .Then(Corrected(ClosedOn: new(2023, 6, 5)))
            .State!.OpenPeriods.ShouldBe([
                new(TheCase.ReceivedOn, TheCase.ClosedOn, "guided"),
                new(TheCase.ReopenedOn, new(2023, 6, 5), "criticism"),
            ]);

    [Fact]
    public void may_move_receipt_and_closing_together_past_the_old_closing() =>
        TheCase
            .Closed()
            .When(new CorrectCase(Reason, ReceivedOn: new(2023, 5, 25), ClosedOn: new(2023, 5, 30)))
            .ShouldRecord(Corrected(ReceivedOn: new(2023, 5, 25), ClosedOn: new(2023, 5, 30)));

    [Fact]
    public void may_move_the_receipt_to_the_day_of_closing() =>
        TheCase.Closed().When(new CorrectCase(Reason, ReceivedOn: TheCase.ClosedOn)).ShouldRecord(Corrected(ReceivedOn: TheCase.ClosedOn));

    [Fact]
    public void of_one_thing_alone_is_recorded_and_leaves_the_number()
    {
        foreach (
            var (number, channel, source) in new (string?, string?, string?)[]
            {
                ("2", null, null),
                (null, "phone", null),
                (null, null, "politician"),
            }
        )
        {
            var corrected = Corrected(number, Channel: channel, ReferralSource: source);
            TheCase.Received().When(new CorrectCase(Reason, number, Channel: channel, ReferralSource: source)).ShouldRecord(corrected);
            var state = TheCase.Received().Then(corrected).State!;
            (state.Number, state.Channel, state.ReferralSource).ShouldBe((number ?? "DR-2023-001", channel ?? "email", source ?? "self"));
        }
    }

    [Fact]
    public void may_move_the_closing_to_the_day_of_reopening() =>
        TheCase
            .ClosedAgain()
            .When(new CorrectCase(Reason, ClosedOn: TheCase.ReopenedOn))
            .ShouldRecord(Corrected(ClosedOn: TheCase.ReopenedOn));
}
