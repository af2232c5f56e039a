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
}
