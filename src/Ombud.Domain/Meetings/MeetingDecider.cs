namespace Ombud.Domain.Meetings;

/// <summary>What may be planned, moved and cancelled.</summary>
public static class MeetingDecider
{
    public static Decision Decide(Meeting? state, MeetingCommand command, FollowUpChecks check) =>
        (state, command) switch
        {
            (null, PlanMeeting c) => Plan(c, check),
            (null, _) => MeetingRefusals.NotFound,
            (_, PlanMeeting) => MeetingRefusals.AlreadyPlanned,

            // The same again is a retry, not a second fact.
            ({ CancelledOn: null }, MoveMeeting c) when c.MeetingOn == state.MeetingOn => Decision.Nothing,
            (_, MoveMeeting c) => check
                .Within(c)
                .General("reason", c.Reason)
                .Code("meetingOn", state.Plan.Body, check.Municipality.Bodies, c.MeetingOn)
                .NotAfterToday("movedOn", c.MovedOn)
                .Record(
                    "movedOn",
                    state,
                    new MeetingMoved(c.MovedOn ?? check.DayUnlessGiven, c.MeetingOn, c.Reason),
                    new MeetingInvariants(check.Municipality)
                ),
            ({ CancelledOn: { } on }, CancelMeeting c) when on == (c.CancelledOn ?? on) => Decision.Nothing,
            (_, CancelMeeting c) => check
                .Within(c)
                .Reason(c.Reason)
                .NotAfterToday("cancelledOn", c.CancelledOn)
                .Record(
                    "cancelledOn",
                    state,
                    new MeetingCancelled(c.CancelledOn ?? check.DayUnlessGiven, c.Reason),
                    new MeetingInvariants(check.Municipality)
                ),
            (_, WithdrawMeetingEntry c) => check
                .Within(c)
                .Withdraw(
                    state,
                    c,
                    (before, instead, day) => Decide(before, instead, check.On(day)),
                    new MeetingInvariants(check.Municipality)
                ),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Plan(PlanMeeting c, FollowUpChecks check)
    {
        var on = c.PlannedOn ?? check.DayUnlessGiven;
        return About(c, check.Within(c))
            .Body(c.Body, c.MeetingOn)
            .General("note", c.Note)
            .NotAfterToday("plannedOn", c.PlannedOn)
            .NotBefore("meetingOn", c.MeetingOn, on, "it was planned")
            .Then(() => new MeetingPlanned(on, c.MeetingOn, c.Body, c.Handling, c.ReportId, c.Kind, c.From, c.To, c.FeedbackId, c.Note));
    }

    /// <summary>One thing is put before the body, and it must be clear which.</summary>
    private static FollowUpChecks About(PlanMeeting c, FollowUpChecks check)
    {
        var named = new[] { c.ReportId is not null, c.Kind is not null, c.FeedbackId is not null }.Count(given => given);
        foreach (var (field, day) in new[] { ("from", c.From), ("to", c.To) })
            check
                .When(c.Kind is not null && day is null, new(field, "required", "Give the period of the report: from and to."))
                .When(
                    c.Kind is null && day is not null,
                    new(field, "not_applicable", "Only a report that is named by its kind needs its period; leave this out.")
                    {
                        Value = $"{day:uuuu-MM-dd}",
                    }
                );
        return check
            .When(
                named == 0,
                new(
                    "reportId",
                    "required",
                    "Name what is put before the body: reportId; kind, from and to of a report still to come; or feedbackId."
                )
            )
            .When(named > 1, new("reportId", "contradiction", "Name one of reportId, kind and feedbackId."))
            .Report("reportId", c.ReportId)
            .Feedback("feedbackId", c.FeedbackId)
            .When(
                c.To < c.From,
                new("to", "before_start", $"The period ends before it starts on {c.From:uuuu-MM-dd}.") { Value = $"{c.To:uuuu-MM-dd}" }
            );
    }
}
