using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

/// <summary>Asked on 5 May 2023 under Drammen's own rule of 40 days: due on Wednesday 14 June. It can be paused for two reasons.</summary>
public sealed class PausingADeadline
{
    private static readonly Instant EndOf21June = Instant.FromUtc(2023, 6, 21, 22, 0);

    [Fact]
    public void stops_it_from_that_day() =>
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 1))))
            .ShouldRecord(new DeadlineSuspended(new(2023, 6, 1), TheCase.Request, PauseReason.AwaitingOtherBody));

    [Fact]
    public void lengthens_it_by_the_days_between_when_it_runs_again() =>
        TheCase
            .Paused()
            .When(TheCase.For(new ResumeDeadline(new(2023, 6, 8))))
            .ShouldRecord(new DeadlineResumed(new(2023, 6, 8), TheCase.Request, new(2023, 6, 21), new(2023, 6, 21), EndOf21June));

    [Fact]
    public void is_refused_for_a_reason_that_the_rule_does_not_know()
    {
        var refusal = TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new SuspendDeadline(PauseReason.PartyCausedDelay)))
            .ShouldBeOfType<Decision.Refused>()
            .Refusal;
        refusal.Code.ShouldBe(CaseRefusals.CannotPause.Code);
        refusal.Because.ShouldBe(
            "drammen.reply: Answer (Drammens egen frist). It can be paused for: awaiting_other_body, special_circumstances."
        );
    }

    [Fact]
    public void the_same_again_records_nothing_and_another_is_refused()
    {
        TheCase.Paused().When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 1)))).ShouldRecordNothing();
        TheCase.Paused().When(TheCase.For(new SuspendDeadline(PauseReason.SpecialCircumstances))).ShouldBeRefused(CaseRefusals.IsPaused);
    }

    [Fact]
    public void is_refused_after_the_last_day() =>
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody)), new(2023, 6, 15))
            .ShouldBeOfType<Decision.Refused>()
            .Refusal.Code.ShouldBe(CaseRefusals.HasEnded.Code);

    [Fact]
    public void cannot_begin_before_the_term_or_end_before_it_began()
    {
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 5, 4))))
            .ShouldHaveFaults("suspendedOn too_early");
        TheCase.Paused().When(TheCase.For(new ResumeDeadline(new(2023, 5, 31)))).ShouldHaveFaults("resumedOn too_early");
    }

    [Fact]
    public void ends_with_the_answer() =>
        TheCase
            .Paused()
            .When(TheCase.For(new RegisterResponse(new(2023, 6, 8))))
            .ShouldRecord(
                new DeadlineResumed(new(2023, 6, 8), TheCase.Request, new(2023, 6, 21), new(2023, 6, 21), EndOf21June),
                new ResponseReceived(new(2023, 6, 8), TheCase.Request)
            );

    [Fact]
    public void keeps_it_from_being_overdue() =>
        TheCase.Paused().When(TheCase.For(new RecordOverdue(Instant.FromUtc(2023, 8, 1, 0, 0)))).ShouldRecordNothing();

    [Theory]
    [InlineData("2023-06-13", true)]
    [InlineData("2023-06-14", true)]
    [InlineData("2023-06-15", false)]
    public void may_begin_on_the_last_day_and_not_after_it(string day, bool taken)
    {
        var decision = TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, Days.Day(day))), Days.Day(day));
        if (taken)
            decision.ShouldRecord(new DeadlineSuspended(Days.Day(day), TheCase.Request, PauseReason.AwaitingOtherBody));
        else
            decision.ShouldBeOfType<Decision.Refused>().Refusal.Code.ShouldBe(CaseRefusals.HasEnded.Code);
    }

    [Fact]
    public void of_a_rule_that_knows_no_pause_is_refused_in_so_many_words() =>
        TheCase
            .UnderTheLaw()
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 1))))
            .ShouldBeOfType<Decision.Refused>()
            .Refusal.Because.ShouldEndWith("It cannot be paused.");

    [Fact]
    public void for_the_same_reason_on_another_day_is_another_one() =>
        TheCase
            .Paused()
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 2))))
            .ShouldBeRefused(CaseRefusals.IsPaused);

    [Theory]
    [InlineData("2023-06-01", true)]
    [InlineData("2023-06-08", true)]
    [InlineData("2023-06-09", false)]
    public void is_recorded_late_up_to_the_day_of_the_answer(string day, bool taken)
    {
        var decision = TheCase
            .UnderDrammensRule()
            .And(new RegisterResponse(new(2023, 6, 8)))
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, Days.Day(day))));
        if (taken)
            decision.ShouldRecord(new DeadlineSuspended(Days.Day(day), TheCase.Request, PauseReason.AwaitingOtherBody));
        else
            decision.ShouldBeRefused(CaseRefusals.AlreadyResponded);
    }

    [Fact]
    public void a_second_time_adds_its_days_to_those_of_the_first()
    {
        var resumed = TheCase.Paused().And(new ResumeDeadline(new(2023, 6, 8)));
        resumed
            .When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 7))))
            .ShouldHaveFaults("suspendedOn too_early");
        var twice = resumed
            .And(new SuspendDeadline(PauseReason.SpecialCircumstances, new(2023, 6, 8)))
            .And(new ResumeDeadline(new(2023, 6, 12)));
        twice.TheRequest.Deadline!.Pauses.ShouldBe([
            new(new(2023, 6, 1), new(2023, 6, 8), PauseReason.AwaitingOtherBody),
            new(new(2023, 6, 8), new(2023, 6, 12), PauseReason.SpecialCircumstances),
        ]);
        twice.TheRequest.Deadline.DueOn.ShouldBe(new(2023, 6, 26));
    }

    [Fact]
    public void happens_twenty_times_and_no_more()
    {
        var paused = Enumerable
            .Range(0, 20)
            .Aggregate(
                TheCase.UnderDrammensRule(),
                (before, i) =>
                    before
                        .And(new SuspendDeadline(PauseReason.AwaitingOtherBody, new LocalDate(2023, 5, 10).PlusDays(i)))
                        .And(new ResumeDeadline(new LocalDate(2023, 5, 11).PlusDays(i)))
            );
        paused.When(TheCase.For(new SuspendDeadline(PauseReason.AwaitingOtherBody))).ShouldHaveFaults("suspendedOn too_many");
    }

    [Fact]
    public void may_lie_before_the_inquiry_where_the_term_does()
    {
        var asked = TheCase
            .Received()
            .Then(
                TheCase
                    .Received()
                    .When(new RequestResponse("schools", Id: TheCase.Request, Rules: ["drammen.reply"], StartsOn: new(2023, 4, 24)))
                    .ShouldBeOfType<Decision.Accepted>()
                    .Events
            );
        asked
            .And(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 4, 25)), new(2023, 6, 1))
            .And(new ResumeDeadline(new(2023, 4, 27)), new(2023, 6, 1))
            .TheRequest.Deadline!.Pauses.ShouldBe([new(new(2023, 4, 25), new(2023, 4, 27), PauseReason.AwaitingOtherBody)]);
    }
}
