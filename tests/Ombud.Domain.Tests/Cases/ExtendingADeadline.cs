using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

/// <summary>Asked on 5 May 2023 under Drammen's own rule of 40 days: due on Wednesday 14 June.</summary>
public sealed class ExtendingADeadline
{
    private static readonly ExtendDeadline To1July = new(new(2023, 7, 1), "Illness");

    [Fact]
    public void gives_more_time_and_then_the_calendar_applies() =>
        // 1 July is a Saturday.
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(To1July))
            .ShouldRecord(
                new DeadlineExtended(
                    TheCase.Today,
                    TheCase.Request,
                    "Illness",
                    17,
                    new(2023, 7, 1),
                    new(2023, 7, 3),
                    Instant.FromUtc(2023, 7, 3, 22, 0)
                )
            );

    [Fact]
    public void the_same_again_records_nothing() =>
        TheCase.UnderDrammensRule().And(To1July).When(TheCase.For(To1July)).ShouldRecordNothing();

    [Fact]
    public void a_pause_after_it_is_added_to_the_day_given_and_not_to_the_moved_one() =>
        TheCase
            .UnderDrammensRule()
            .And(To1July)
            .And(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 12)))
            .When(TheCase.For(new ResumeDeadline(TheCase.Today)))
            .ShouldRecord(
                new DeadlineResumed(TheCase.Today, TheCase.Request, new(2023, 7, 2), new(2023, 7, 3), Instant.FromUtc(2023, 7, 3, 22, 0))
            );

    [Theory]
    [InlineData("2023-06-13")]
    [InlineData("2023-06-14")]
    public void is_refused_where_it_gives_no_more_time(string to) =>
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new ExtendDeadline(Days.Day(to), "Illness")))
            .ShouldBeOfType<Decision.Refused>()
            .Refusal.Because.ShouldBe("drammen.reply: Answer (Drammens egen frist). It is due on 2023-06-14 already.");

    [Fact]
    public void is_refused_when_the_deadline_has_ended() =>
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(To1July), new(2023, 6, 15))
            .ShouldBeOfType<Decision.Refused>()
            .Refusal.Code.ShouldBe(CaseRefusals.HasEnded.Code);

    [Fact]
    public void needs_a_reason() =>
        TheCase.UnderDrammensRule().When(TheCase.For(To1July with { Reason = " " })).ShouldHaveFaults("reason required");

    [Fact]
    public void may_have_happened_on_a_day_in_the_past_but_not_before_the_response_was_asked_for()
    {
        TheCase
            .UnderDrammensRule()
            .And(To1July with { ExtendedOn = new(2023, 6, 1) })
            .Events[^1]
            .ShouldBeOfType<DeadlineExtended>()
            .OccurredOn.ShouldBe(new(2023, 6, 1));
        foreach (var early in new LocalDate[] { new(2023, 5, 4), new(2023, 5, 1) })
            TheCase.UnderDrammensRule().When(TheCase.For(To1July with { ExtendedOn = early })).ShouldHaveFaults("extendedOn too_early");
    }

    [Fact]
    public void may_happen_on_the_last_day() =>
        TheCase.UnderDrammensRule().And(To1July, new(2023, 6, 14)).TheRequest.Deadline!.RawDueOn.ShouldBe(new(2023, 7, 1));

    [Fact]
    public void a_second_time_adds_to_the_first()
    {
        var deadline = TheCase.UnderDrammensRule().And(To1July).And(new ExtendDeadline(new(2023, 7, 10), "Illness")).TheRequest.Deadline!;
        (deadline.ExtendedDays, deadline.RawDueOn, deadline.DueOn).ShouldBe((26, new(2023, 7, 10), new(2023, 7, 10)));
    }

    [Fact]
    public void reaches_ten_years_ahead_and_no_further()
    {
        TheCase.UnderDrammensRule().When(TheCase.For(To1July with { ExtendedTo = new(2033, 12, 31) })).ShouldBeOfType<Decision.Accepted>();
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(To1July with { ExtendedTo = new(2034, 1, 1) }))
            .ShouldHaveFaults("extendedTo too_late");
    }
}
