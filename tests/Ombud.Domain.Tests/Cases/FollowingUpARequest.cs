using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

/// <summary>Preliminary replies, reminders, waivers, and being overdue.</summary>
public sealed class FollowingUpARequest
{
    private static readonly RegisterPreliminaryReply Reply = new("A survey is awaited", new(2023, 6, 12), new(2023, 8, 15));

    [Fact]
    public void a_preliminary_reply_meets_a_deadline_that_asks_for_no_more()
    {
        // Forvaltningsloven § 11 a: the reply, or word of why it takes long.
        TheCase.UnderTheLaw().And(Reply).TheRequest.MetOn.ShouldBe(new(2023, 6, 12));
        TheCase.UnderDrammensRule().And(Reply).TheRequest.MetOn.ShouldBeNull();
    }

    [Fact]
    public void a_second_preliminary_reply_does_not_move_the_day_of_the_first() =>
        TheCase.UnderTheLaw().And(Reply).And(new RegisterPreliminaryReply("Still awaited")).TheRequest.MetOn.ShouldBe(new(2023, 6, 12));

    [Fact]
    public void the_same_preliminary_reply_again_records_nothing() =>
        TheCase.UnderTheLaw().And(Reply).When(TheCase.For(Reply)).ShouldRecordNothing();

    [Fact]
    public void an_answer_counts_from_the_day_it_was_posted_where_the_rule_says_so()
    {
        var answered = new RegisterResponse(new(2023, 6, 12), DispatchedOn: new(2023, 6, 9));
        TheCase.UnderTheLaw().And(answered).TheRequest.MetOn.ShouldBe(new(2023, 6, 9));
        TheCase.AskedByTheOmbud().And(answered).TheRequest.MetOn.ShouldBe(new(2023, 6, 12));
    }

    [Fact]
    public void a_reminder_is_recorded_once_a_day() =>
        TheCase.UnderTheLaw().And(new SendReminder()).When(TheCase.For(new SendReminder())).ShouldRecordNothing();

    [Fact]
    public void a_reminder_after_the_answer_is_refused() =>
        TheCase
            .UnderTheLaw()
            .And(new RegisterResponse(new(2023, 6, 12)))
            .When(TheCase.For(new SendReminder()))
            .ShouldBeRefused(CaseRefusals.AlreadyResponded);

    [Fact]
    public void what_was_waived_takes_no_more_time_and_is_not_late_when_it_is_answered_after_all()
    {
        var waived = TheCase.UnderDrammensRule().And(new WaiveDeadline("Settled by telephone"));
        waived.When(TheCase.For(new ExtendDeadline(new(2023, 7, 1), "Illness"))).ShouldBeRefused(CaseRefusals.IsWaived);
        waived.And(new RegisterResponse(), today: new(2023, 9, 1)).TheRequest.MetOn.ShouldBeNull();
    }

    [Fact]
    public void is_overdue_from_the_end_of_the_last_day_and_on_record_once()
    {
        var end = Instant.FromUtc(2023, 6, 14, 22, 0);
        TheCase.UnderDrammensRule().When(TheCase.For(new RecordOverdue(end - Duration.Epsilon))).ShouldRecordNothing();
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(new RecordOverdue(end)))
            .ShouldRecord(new ResponseOverdue(new(2023, 6, 15), TheCase.Request, new(2023, 6, 14)));
        TheCase.UnderDrammensRule().And(new RecordOverdue(end)).When(TheCase.For(new RecordOverdue(end))).ShouldRecordNothing();
    }

    [Fact]
    public void a_rule_that_changed_gives_another_date_and_keeps_the_one_that_was_communicated()
    {
        var later = TheCase.UnderDrammensRule() with { Municipality = Drammen.Since };
        later
            .When(TheCase.For(new RecomputeDeadline()))
            .ShouldRecord(
                new DeadlineRecomputed(
                    TheCase.Today,
                    TheCase.Request,
                    RecomputeReason.RuleChanged,
                    new(2023, 6, 14),
                    1,
                    new(2023, 5, 5),
                    "P55D",
                    TheCase.Today,
                    new(2023, 6, 29),
                    new(2023, 6, 29),
                    Instant.FromUtc(2023, 6, 29, 22, 0)
                )
            );
        later.And(new RecomputeDeadline()).When(TheCase.For(new RecomputeDeadline())).ShouldRecordNothing();
    }

    [Fact]
    public void without_a_deadline_there_is_nothing_to_pause() =>
        TheCase.AwaitingResponse().When(TheCase.For(new ResumeDeadline())).ShouldBeRefused(CaseRefusals.NoDeadline);

    [Fact]
    public void an_answer_counts_from_the_day_it_came_where_nobody_knows_when_it_was_posted() =>
        TheCase.UnderTheLaw().And(new RegisterResponse(new(2023, 6, 12))).TheRequest.MetOn.ShouldBe(new(2023, 6, 12));

    [Theory]
    [InlineData("2023-06-09", "2023-06-12", "2023-06-09")]
    [InlineData("2023-06-12", "2023-06-09", "2023-06-09")]
    public void of_a_preliminary_reply_and_an_answer_the_earlier_meets_the_deadline(string replied, string answered, string met) =>
        TheCase
            .UnderTheLaw()
            .Then(new PreliminaryReplyReceived(Days.Day(replied), TheCase.Request, "A survey", null))
            .Then(new ResponseReceived(Days.Day(answered), TheCase.Request))
            .TheRequest.MetOn.ShouldBe(Days.Day(met));

    [Fact]
    public void a_second_preliminary_reply_is_one_where_its_day_is_another() =>
        TheCase
            .UnderTheLaw()
            .And(Reply)
            .When(TheCase.For(Reply with { ReceivedOn = new(2023, 6, 13) }))
            .ShouldRecord(new PreliminaryReplyReceived(TheCase.Today, TheCase.Request, "A survey is awaited", new(2023, 8, 15)));

    [Theory]
    [InlineData("2023-06-11", true)]
    [InlineData("2023-06-12", true)]
    [InlineData("2023-06-13", false)]
    public void a_preliminary_reply_comes_before_the_answer_or_with_it(string day, bool taken)
    {
        var decision = TheCase
            .UnderTheLaw()
            .And(new RegisterResponse(new(2023, 6, 12)))
            .When(TheCase.For(new RegisterPreliminaryReply("A survey", Days.Day(day))));
        if (taken)
            decision.ShouldRecord(new PreliminaryReplyReceived(Days.Day(day), TheCase.Request, "A survey", null));
        else
            decision.ShouldBeRefused(CaseRefusals.AlreadyResponded);
    }

    [Fact]
    public void a_preliminary_reply_promises_an_answer_from_its_own_day_on()
    {
        TheCase.UnderTheLaw().When(TheCase.For(Reply with { ExpectedOn = new(2023, 6, 12) })).ShouldBeOfType<Decision.Accepted>();
        TheCase.UnderTheLaw().When(TheCase.For(Reply with { ExpectedOn = new(2023, 6, 11) })).ShouldHaveFaults("expectedOn too_early");
    }

    [Fact]
    public void a_reminder_may_be_of_a_day_in_the_past_up_to_that_of_the_answer()
    {
        var answered = TheCase.UnderTheLaw().And(new RegisterResponse(new(2023, 6, 12)));
        foreach (var day in new LocalDate[] { new(2023, 6, 1), new(2023, 6, 12) })
            answered.When(TheCase.For(new SendReminder(day))).ShouldRecord(new ReminderSent(day, TheCase.Request));
        TheCase.UnderTheLaw().When(TheCase.For(new SendReminder(new(2023, 5, 4)))).ShouldHaveFaults("sentOn too_early");
    }

    [Fact]
    public void a_second_reminder_is_kept_beside_the_first() =>
        TheCase
            .UnderTheLaw()
            .And(new SendReminder(new(2023, 6, 1)))
            .And(new SendReminder())
            .TheRequest.RemindedOn.ShouldBe([new(2023, 6, 1), TheCase.Today]);

    [Fact]
    public void a_waiver_may_be_of_a_day_in_the_past_but_not_before_the_response_was_asked_for()
    {
        var waiver = new WaiveDeadline("Settled by telephone", new(2023, 6, 1));
        TheCase
            .UnderDrammensRule()
            .When(TheCase.For(waiver))
            .ShouldRecord(new DeadlineWaived(new(2023, 6, 1), TheCase.Request, "Settled by telephone"));
        TheCase.UnderDrammensRule().When(TheCase.For(waiver with { WaivedOn = new(2023, 5, 4) })).ShouldHaveFaults("waivedOn too_early");
    }

    [Fact]
    public void an_answer_on_the_day_of_the_waiver_meets_the_deadline() =>
        TheCase
            .UnderDrammensRule()
            .And(new WaiveDeadline("Settled by telephone"))
            .And(new RegisterResponse())
            .TheRequest.MetOn.ShouldBe(TheCase.Today);
}
