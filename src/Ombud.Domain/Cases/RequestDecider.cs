using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Cases;

/// <summary>What may happen to a response request.</summary>
internal static class RequestDecider
{
    /// <summary>Of one request: more than happen, and few enough to be included in an index.</summary>
    private const int MostMoves = 10;

    public static Decision Decide(Case state, ResponseRequest request, RequestCommand command, CaseChecks check) =>
        (request, command) switch
        {
            (_, RegisterResponse c) => Respond(request, c, check),
            (_, RegisterPreliminaryReply c) => Reply(request, c, check),
            ({ RespondedOn: { } on }, SendReminder c) when (c.SentOn ?? check.DayUnlessGiven) > on => CaseRefusals.AlreadyResponded,
            (_, SendReminder c) when request.RemindedOn.Contains(c.SentOn ?? check.DayUnlessGiven) => Decision.Nothing,
            (_, SendReminder c) => check
                .Day("sentOn", c.SentOn)
                .Record("sentOn", new ReminderSent(c.SentOn ?? check.DayUnlessGiven, request.Id)),

            (_, MoveRequest c) => Move(request, c, check),

            ({ Deadline: { } deadline }, RecordOverdue c) => Overdue(state, request, deadline, c.Now),
            (_, RecordOverdue) => Decision.Nothing,
            ({ WaivedOn: not null }, WaiveDeadline) => Decision.Nothing,
            ({ RespondedOn: not null }, WaiveDeadline) => CaseRefusals.AlreadyResponded,
            (_, WaiveDeadline c) => check
                .Reason(c.Reason)
                .Day("waivedOn", c.WaivedOn)
                .Record("waivedOn", new DeadlineWaived(c.WaivedOn ?? check.DayUnlessGiven, request.Id, c.Reason)),

            ({ Deadline: null }, _) => CaseRefusals.NoDeadline,
            ({ WaivedOn: not null }, _) => CaseRefusals.IsWaived,
            ({ Deadline: { } deadline }, _) => DeadlineDecider.Decide(request, deadline, command, check),
        };

    private static Decision Respond(ResponseRequest request, RegisterResponse c, CaseChecks check)
    {
        var on = c.RespondedOn ?? check.DayUnlessGiven;
        if (request.RespondedOn is { } known)
            return
                known == (c.RespondedOn ?? known)
                && (c.DispatchedOn ?? request.DispatchedOn) == request.DispatchedOn
                && (c.Result ?? request.Result) == request.Result
                ? Decision.Nothing
                : CaseRefusals.AlreadyResponded;
        var response = new ResponseReceived(on, request.Id, c.DispatchedOn, c.Result, c.Change);
        return check
            .Day("respondedOn", c.RespondedOn)
            .SomeOrNone("change", c.Change)
            .Record(
                "respondedOn",
                response,
                () =>
                    // Who answers while the deadline is suspended ends its pause, and is judged by the date as it was lengthened.
                    request.Deadline
                        is { Paused: true } paused
                    && request.WaivedOn is null
                        ? new List<object>([DeadlineDecider.Resumed(request, paused, on, check.Municipality), response])
                        : response
            );
    }

    private static Decision Reply(ResponseRequest request, RegisterPreliminaryReply c, CaseChecks check)
    {
        var on = c.ReceivedOn ?? check.DayUnlessGiven;
        // Its words are enciphered and cannot be told from others: the days tell a retry.
        if (request.PreliminaryReplies.Any(known => known == new PreliminaryReply(c.ReceivedOn ?? known.ReceivedOn, c.ExpectedOn)))
            return Decision.Nothing;
        if (request.RespondedOn < on)
            return CaseRefusals.AlreadyResponded;
        return check
            .Reason(c.Reason)
            .Day("receivedOn", c.ReceivedOn)
            .When(
                c.ExpectedOn < on,
                new("expectedOn", "too_early", $"It is before {on:uuuu-MM-dd}, the day of the preliminary reply.")
                {
                    Value = $"{c.ExpectedOn:uuuu-MM-dd}",
                }
            )
            .Record("receivedOn", new PreliminaryReplyReceived(on, request.Id, c.Reason, c.ExpectedOn));
    }

    private static Decision Move(ResponseRequest request, MoveRequest c, CaseChecks check)
    {
        var (on, since) = (c.MovedOn ?? check.DayUnlessGiven, request.MovedOn ?? request.RequestedOn);
        if (c.Unit == request.Unit && since == (c.MovedOn ?? since))
            return Decision.Nothing;
        return check
            .Code("unit", c.Unit, check.Municipality.Units, on)
            .Day("movedOn", c.MovedOn)
            .SomeOrNone("reason", c.Reason)
            .When(request.FormerUnits?.Count >= MostMoves, new("unit", "too_many", $"A request is moved at most {MostMoves} times."))
            .Record("movedOn", new RequestMoved(on, request.Id, c.Unit, c.Reason));
    }

    private static Decision Overdue(Case state, ResponseRequest request, Deadline deadline, Instant now) =>
        request.MetOn is null
        && state.EndOf(request) is null
        && !deadline.Paused
        && deadline.OverdueRecordedFor != deadline.LateAfter
        && now >= deadline.EndsAt
            ? Decision.Record(new ResponseOverdue(deadline.LateAfter.PlusDays(1), request.Id, deadline.LateAfter))
            : Decision.Nothing;
}
