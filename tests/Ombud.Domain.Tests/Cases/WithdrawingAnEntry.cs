using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Tests.Cases;

public sealed class WithdrawingAnEntry
{
    private const string Reason = "Mistyped";

    private static WithdrawCaseEntry Entry(int version, CaseCommand? replacement = null) => new(version, Reason, replacement);

    private static TheCase After(TheCase the, CaseCommand command) =>
        the.Then(the.When(command).ShouldBeOfType<Decision.Accepted>().Events);

    [Fact]
    public void leaves_the_case_as_if_it_had_never_been_recorded() =>
        After(TheCase.Closed(), Entry(2)).State.ShouldSay(TheCase.Received().State);

    [Fact]
    public void is_recorded_with_its_reason_and_the_day_it_was_withdrawn() =>
        TheCase.Closed().When(Entry(2)).ShouldRecord(new EntryWithdrawn(TheCase.Today, 2, Reason));

    [Fact]
    public void puts_a_replacement_in_its_place() =>
        TheCase
            .Closed()
            .When(Entry(2, new CloseCase("criticism")))
            .ShouldRecord(new EntryWithdrawn(TheCase.Today, 2, Reason, 1), new CaseClosed(TheCase.ClosedOn, "criticism"));

    [Fact]
    public void lets_the_replacement_stand_where_the_entry_stood() =>
        After(TheCase.ClosedAgain(), Entry(2, new CloseCase("criticism", new(2023, 5, 19))))
            .State!.OpenPeriods.ShouldBe([
                new(TheCase.ReceivedOn, new(2023, 5, 19), "criticism"),
                new(TheCase.ReopenedOn, new(2023, 6, 10), "criticism"),
            ]);

    [Fact]
    public void of_what_others_rest_on_is_refused_and_names_them()
    {
        TheCase
            .Reopened()
            .When(Entry(2))
            .ShouldBeRefused(
                EntryRefusals.OthersRestOnIt with
                {
                    Because = "Entry 3 (case_reopened, 2023-06-01): The case is not closed.",
                }
            );
        TheCase
            .Answered()
            .When(Entry(2))
            .ShouldBeRefused(
                EntryRefusals.OthersRestOnIt with
                {
                    Because = "Entry 3 (response_received, 2023-05-25): The case has no such response request.",
                }
            );
    }

    [Fact]
    public void with_a_replacement_that_later_entries_stand_against_names_them() =>
        TheCase
            .Reopened()
            .When(Entry(2, new CloseCase("guided", new(2023, 6, 2))))
            .ShouldHaveOneFault()
            .ShouldBe(
                new(
                    "replacement",
                    "contradiction",
                    "It stands against what was recorded later. Entry 3 (case_reopened, 2023-06-01): "
                        + "2023-06-01 is before 2023-06-02, when the case was closed."
                )
            );

    [Fact]
    public void with_a_faulty_replacement_names_its_faults() =>
        TheCase
            .Closed()
            .When(Entry(2, new CloseCase("shrug", new(2023, 5, 1))))
            .ShouldHaveFaults("replacement.outcome unknown_code", "replacement.closedOn before_receipt");

    [Fact]
    public void of_a_withdrawn_entry_changes_nothing()
    {
        After(TheCase.Closed(), Entry(2)).When(Entry(2)).ShouldRecordNothing();
        After(TheCase.Closed(), Entry(2, new CloseCase("criticism"))).When(Entry(2, new CloseCase("criticism"))).ShouldRecordNothing();
    }

    [Fact]
    public void with_a_replacement_of_what_was_withdrawn_alone_is_refused() =>
        After(TheCase.Closed(), Entry(2)).When(Entry(2, new CloseCase("criticism"))).ShouldBeRefused(EntryRefusals.IsWithdrawn);

    [Fact]
    public void may_be_done_to_a_replacement_too() =>
        After(After(TheCase.Closed(), Entry(2, new CloseCase("criticism"))), Entry(4)).State.ShouldSay(TheCase.Received().State);

    [Fact]
    public void cannot_be_done_to_a_withdrawal() =>
        After(TheCase.Closed(), Entry(2)).When(Entry(3)).ShouldBeRefused(EntryRefusals.IsWithdrawal);

    [Fact]
    public void of_an_entry_that_is_not_there_is_refused() =>
        TheCase.Closed().When(Entry(3)).ShouldBeRefused(EntryRefusals.NotFound with { Because = "It has 2 entries." });

    [Fact]
    public void needs_a_reason() => TheCase.Closed().When(new WithdrawCaseEntry(2, " ", null)).ShouldHaveFaults("reason required");

    [Fact]
    public void brings_a_voided_case_back() => After(TheCase.Voided(), Entry(2)).State.ShouldSay(TheCase.Received().State);

    [Fact]
    public void is_all_that_a_voided_case_takes() => TheCase.Voided().When(Entry(1)).ShouldBeRefused(CaseRefusals.IsVoided);

    public static TheoryData<CaseEvent, string> Permanent =>
        new()
        {
            { new RecommendationLinked(TheCase.Today, Guid.NewGuid()), EntryRefusals.IsLink.Code },
            { new PersonalDataErased(TheCase.Today, Guid.NewGuid(), ErasureReason.RetentionEnded), EntryRefusals.IsErasure.Code },
            { new DeliveredToArchive(TheCase.Today), EntryRefusals.IsDelivery.Code },
        };

    [Theory]
    [MemberData(nameof(Permanent))]
    public void of_what_is_final_says_so_and_what_to_do_instead(CaseEvent entry, string code) =>
        TheCase.Closed().Then(entry).When(Entry(3)).ShouldBeOfType<Decision.Refused>().Refusal.Code.ShouldBe(code);

    [Fact]
    public void cannot_be_done_to_the_receipt() => TheCase.Closed().When(Entry(1)).ShouldBeRefused(EntryRefusals.IsReceipt);

    [Fact]
    public void of_a_resumption_moves_a_later_extension_only_in_its_days()
    {
        // Paused for 9 days instead of 19; the day that the extension gave stays.
        var extended = TheCase
            .Paused()
            .And(new ResumeDeadline(new(2023, 6, 20)), new(2023, 6, 20))
            .And(new ExtendDeadline(new(2023, 8, 30), "Illness", new(2023, 6, 20)), new(2023, 6, 20));
        var replaced = After(extended, Entry(4, TheCase.For(new ResumeDeadline(new(2023, 6, 10)))));

        var (before, after) = (extended.TheRequest.Deadline!, replaced.TheRequest.Deadline!);
        after.DueOn.ShouldBe(before.DueOn);
        after.Pauses.ShouldHaveSingleItem().To.ShouldBe(new LocalDate(2023, 6, 10));
        after.ExtendedDays.ShouldBe(before.ExtendedDays + 10);
    }

    [Fact]
    public void of_a_pause_computes_what_rests_on_it_anew()
    {
        var resumed = TheCase
            .Paused()
            .And(new ResumeDeadline(new(2023, 6, 5)))
            .And(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 8)))
            .And(new ResumeDeadline(new(2023, 6, 10)));
        var replaced = After(resumed, Entry(3, TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 3)))));

        replaced.TheRequest.Deadline!.RawDueOn.ShouldBe(resumed.TheRequest.Deadline!.RawDueOn.PlusDays(-2));
        replaced.TheRequest.Deadline.CommunicatedDueOn.ShouldBe(replaced.TheRequest.Deadline.DueOn);
    }

    [Fact]
    public void of_a_response_takes_back_the_end_of_the_pause_that_came_with_it() =>
        After(TheCase.Paused().And(new RegisterResponse(new(2023, 6, 12))), Entry(5))
            .TheRequest.ShouldSatisfyAllConditions(
                request => request.RespondedOn.ShouldBeNull(),
                request => request.Deadline!.Paused.ShouldBeTrue()
            );

    [Fact]
    public void takes_back_that_it_was_overdue_where_it_was_not()
    {
        var late = TheCase.UnderTheLaw().And(new RecordOverdue(Instant.FromUtc(2023, 6, 13, 12, 0)));
        late.State!.Entries.Count.ShouldBe(3);
        var answered = late.And(new RegisterResponse(new(2023, 6, 12)));
        var mended = After(answered, Entry(4, TheCase.For(new RegisterResponse(new(2023, 5, 20)))));

        mended.TheRequest.Deadline!.OverdueRecordedFor.ShouldBeNull();
        mended.State!.Entries.WithdrawalOf(3)!.FollowsFrom.ShouldBe(4);
    }
}
