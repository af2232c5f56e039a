using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

/// <summary>
/// A term ran from the receipt on 2 May 2023, and was due on 2 June by the law. Then the day of receipt turns out to be another.
/// </summary>
public sealed class RecomputingFromTheReceipt
{
    private static readonly LocalDate Earlier = new(2023, 4, 28);
    private static readonly LocalDate Later = new(2023, 5, 4);

    private static TheCase Asked(string rule = "NO.fvl.11a.preliminary-reply", LocalDate? startsOn = null) =>
        TheCase
            .Received()
            .Then(
                TheCase
                    .Received()
                    .When(
                        new RequestResponse("schools", new(2023, 5, 5), TheCase.Request, [rule], StartsOn: startsOn ?? TheCase.ReceivedOn),
                        new(2023, 5, 5)
                    )
                    .ShouldBeOfType<Decision.Accepted>()
                    .Events
            );

    private static IReadOnlyList<object> Events(TheCase before, CaseCommand command, LocalDate? today = null) =>
        before.When(command, today).ShouldBeOfType<Decision.Accepted>().Events;

    private static TheCase After(TheCase before, CaseCommand command, LocalDate? today = null) =>
        before.Then(Events(before, command, today));

    private static CorrectCase Receipt(LocalDate on, bool recompute = false) => new("Misread", ReceivedOn: on, Recompute: recompute);

    [Fact]
    public void is_offered_and_changes_nothing_by_itself()
    {
        var corrected = After(Asked(), Receipt(Later));
        corrected.State!.Recomputable.ShouldBe([new(TheCase.Request, TheCase.ReceivedOn, new(2023, 6, 2), new(2023, 6, 5))]);
        corrected.TheRequest.Deadline.ShouldBe(Asked().TheRequest.Deadline! with { Others = corrected.TheRequest.Deadline!.Others });
    }

    [Fact]
    public void is_done_with_the_correction_where_it_is_asked_for_and_what_was_told_stays()
    {
        var events = Events(Asked(), Receipt(Later, recompute: true));
        events.Count.ShouldBe(2);
        var anew = events[1].ShouldBeOfType<DeadlineRecomputed>();
        (anew.Reason, anew.StartsOn, anew.DueOn, anew.CommunicatedDueOn).ShouldBe(
            (RecomputeReason.ReceiptCorrected, Later, new(2023, 6, 5), new LocalDate(2023, 6, 2))
        );
        var after = Asked().Then(events);
        after.State!.Recomputable.ShouldBeEmpty();
        (after.TheRequest.Deadline!.StartsOn, after.TheRequest.Deadline.LateAfter).ShouldBe((Later, new(2023, 6, 5)));
        // To compute it anew for its rule or holidays begins on that day too.
        after.When(TheCase.For(new RecomputeDeadline())).ShouldRecordNothing();
    }

    [Fact]
    public void makes_nobody_late_before_the_day_they_were_told()
    {
        var deadline = After(Asked(), Receipt(Earlier, recompute: true)).TheRequest.Deadline!;
        (deadline.DueOn, deadline.LateAfter).ShouldBe((new(2023, 5, 30), new(2023, 6, 2)));
    }

    [Fact]
    public void can_be_accepted_later_and_once()
    {
        var corrected = After(Asked(), Receipt(Later));
        var accepted = After(corrected, new CorrectCase("Misread", Recompute: true));
        accepted.Events.Count.ShouldBe(corrected.Events.Count + 1);
        accepted.TheRequest.Deadline!.StartsOn.ShouldBe(Later);
        After(corrected, Receipt(Later, recompute: true)).Events.Count.ShouldBe(corrected.Events.Count + 1);
        accepted.When(new CorrectCase("Misread", Recompute: true)).ShouldRecordNothing();
        accepted.When(Receipt(Later, recompute: true)).ShouldRecordNothing();
    }

    [Fact]
    public void is_still_offered_after_another_correction_and_no_more_once_the_old_day_was_right()
    {
        var twice = After(After(Asked(), Receipt(Later)), Receipt(new(2023, 5, 3)));
        twice.State!.Recomputable.Single().WouldBeDueOn.ShouldBe(new(2023, 6, 5));
        After(twice, Receipt(TheCase.ReceivedOn)).State!.Recomputable.ShouldBeEmpty();
        After(After(Asked(), Receipt(Later, recompute: true)), Receipt(Earlier)).State!.Recomputable.Single().StartsOn.ShouldBe(Later);
    }

    [Fact]
    public void concerns_what_ran_from_the_receipt_alone()
    {
        Events(Asked(startsOn: new(2023, 5, 5)), Receipt(Later, recompute: true)).ShouldHaveSingleItem();
        Events(Asked("NO.fvl.29.appeal"), Receipt(Later, recompute: true)).ShouldHaveSingleItem();
        Events(TheCase.AskedByTheOmbud(), Receipt(Later, recompute: true)).ShouldHaveSingleItem();
        Events(Asked().And(new WaiveDeadline("Settled", new(2023, 5, 20))), Receipt(Later, recompute: true)).ShouldHaveSingleItem();
        Events(Asked().And(new ExtendDeadline(new(2023, 6, 30), "Illness", new(2023, 5, 20))), Receipt(Later, recompute: true))
            .ShouldHaveSingleItem();
        Events(Asked(), new CorrectCase("Misread", Channel: "phone", Recompute: true)).ShouldHaveSingleItem();
    }

    // An office that typed a wrong day gave the unit a breach of law; the unit had answered in time.
    [Fact]
    public void mends_what_was_met_late_by_the_wrong_day()
    {
        var late = Asked().And(new RegisterResponse(new(2023, 6, 5)));
        late.TheRequest.MetOn!.Value.ShouldBeGreaterThan(late.TheRequest.Deadline!.LateAfter);
        After(late, Receipt(Later, recompute: true)).TheRequest.Deadline!.LateAfter.ShouldBe(new(2023, 6, 5));
    }

    [Fact]
    public void goes_with_the_correction_that_it_came_with()
    {
        var corrected = After(Asked(), Receipt(Later, recompute: true));
        var version = corrected.Events.Count - 1;
        var withdrawn = After(corrected, new WithdrawCaseEntry(version, "It was right", null));
        (withdrawn.State!.ReceivedOn, withdrawn.TheRequest.Deadline!.StartsOn, withdrawn.TheRequest.Deadline.DueOn).ShouldBe(
            (TheCase.ReceivedOn, TheCase.ReceivedOn, new(2023, 6, 2))
        );
        var replaced = After(corrected, new WithdrawCaseEntry(version, "Misread again", Receipt(Earlier, recompute: true)));
        (replaced.State!.ReceivedOn, replaced.TheRequest.Deadline!.StartsOn, replaced.TheRequest.Deadline.DueOn).ShouldBe(
            (Earlier, Earlier, new(2023, 5, 30))
        );
        var without = After(corrected, new WithdrawCaseEntry(version, "Misread again", Receipt(Earlier)));
        without.TheRequest.Deadline!.StartsOn.ShouldBe(TheCase.ReceivedOn);
        without.State!.Recomputable.Single().WouldBeDueOn.ShouldBe(new(2023, 5, 30));
    }

    [Fact]
    public void goes_where_the_term_turns_out_to_have_run_from_another_day()
    {
        var corrected = After(Asked(), Receipt(Later, recompute: true));
        var asked = new RequestResponse("schools", new(2023, 5, 5), TheCase.Request, ["NO.fvl.11a.preliminary-reply"]);
        var replaced = After(corrected, new WithdrawCaseEntry(2, "Asked by letter", asked));
        replaced.TheRequest.Deadline!.StartsOn.ShouldBe(new(2023, 5, 5));
        replaced.State!.Recomputable.ShouldBeEmpty();
        replaced.State.ReceivedOn.ShouldBe(Later);
    }

    [Fact]
    public void is_refused_where_the_deadline_was_paused_before_its_term_would_begin()
    {
        var paused = TheCase
            .Received()
            .Then(
                Events(
                    TheCase.Received(),
                    new RequestResponse("schools", new(2023, 5, 20), TheCase.Request, ["drammen.reply"], StartsOn: TheCase.ReceivedOn)
                )
            )
            .And(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 5, 3)));
        paused.When(Receipt(Later, recompute: true)).ShouldHaveFaults("recompute contradiction");
        paused.When(Receipt(Later)).ShouldBeOfType<Decision.Accepted>();
    }
}
