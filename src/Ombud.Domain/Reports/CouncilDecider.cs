using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Reports;

/// <summary>What may be recorded about a report once it is published. Its figures never change; nothing here touches them.</summary>
public static class CouncilDecider
{
    private static readonly ReportInvariants Invariants = new();

    /// <param name="numbers">The numbers of the recommendations in the report.</param>
    public static Decision Decide(Report? state, ReportCommand command, FollowUpChecks check, IReadOnlyCollection<string> numbers) =>
        (state, command) switch
        {
            (null, RegisterReport c) => check
                .Within(c)
                .When(
                    c.To < c.From,
                    new("to", "before_start", $"The period ends before it starts on {c.From:uuuu-MM-dd}.") { Value = $"{c.To:uuuu-MM-dd}" }
                )
                .NotAfterToday("publishedOn", c.PublishedOn, FollowUpChecks.PlanIt)
                .NotAfterToday("from", c.From)
                .Then(() => new ReportRegistered(c.PublishedOn, c.Kind, c.From, c.To, c.Title)),
            (null, _) => ReportRefusals.NotFound,
            (_, RegisterReport) => ReportRefusals.AlreadyPublished,

            (_, WithdrawReportEntry c) => check
                .Within(c)
                .Withdraw(state, c, (before, instead, day) => Decide(before, instead, check.On(day), numbers), Invariants),
            (_, PresentReport c) => Present(state, c, check),
            (_, RegisterDecision c) => Decide(state, c, check, numbers),
            (_, RegisterCouncilRequest c) when c.Id is { } id && state.Requests.Any(request => request.Id == id) => state.Requests.Any(
                request => request.Id == id && request.Body == c.Body && request.Text == c.Text
            )
                ? Decision.Nothing
                : ReportRefusals.RequestExists,
            (_, RegisterCouncilRequest c) => Ask(state, c, check),
            (_, AnswerRequestOf c) => state.Requests.FirstOrDefault(request => request.Id == c.RequestId) switch
            {
                null => ReportRefusals.RequestNotFound,
                { AnsweredOn: { } on } when c.Answer.AnsweredOn is null || c.Answer.AnsweredOn == on => Decision.Nothing,
                _ => check
                    .Within(c.Answer)
                    .General("note", c.Answer.Note)
                    .NotAfterToday("answeredOn", c.Answer.AnsweredOn)
                    .Record(
                        "answeredOn",
                        state,
                        new CouncilRequestAnswered(c.Answer.AnsweredOn ?? check.DayUnlessGiven, c.RequestId, c.Answer.Note),
                        Invariants
                    ),
            },
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Present(Report state, PresentReport c, FollowUpChecks check)
    {
        var (answers, on) = (c.AnswersRequests ?? [], c.PresentedOn ?? check.DayUnlessGiven);
        if (answers.Any(id => state.Requests.All(request => request.Id != id)))
            return ReportRefusals.RequestNotFound;
        // The same presentation again is a retry, not a second fact.
        var presented = new ReportPresented(on, c.Body, c.Handling, c.Note);
        var known = state.Presentations.Contains(presented);
        var open = state.Requests.Where(request => answers.Contains(request.Id) && request.AnsweredOn is null).ToList();
        if (known && open.Count == 0)
            return Decision.Nothing;
        return check
            .Within(c)
            .Body(c.Body, on)
            .General("note", c.Note)
            .EachOnce("answersRequests", answers)
            .NotAfterToday("presentedOn", c.PresentedOn, FollowUpChecks.PlanIt)
            .NotBefore("presentedOn", on, open.Count > 0 ? open.Max(request => request.AskedOn) : null, "an account was asked for")
            .Record(
                "presentedOn",
                state,
                presented,
                Invariants,
                () =>
                    new List<object>([
                        .. known ? [] : new[] { presented },
                        .. open.Select(request => new CouncilRequestAnswered(on, request.Id, c.Note)),
                    ])
            );
    }

    private static Decision Decide(Report state, RegisterDecision c, FollowUpChecks check, IReadOnlyCollection<string> numbers)
    {
        var (about, on) = (c.Recommendations ?? [], c.DecidedOn ?? check.DayUnlessGiven);
        if (
            state.Decisions.Any(known =>
                known.OccurredOn == on
                && known.Body == c.Body
                && known.Position == c.Position
                && known.Words == c.Words
                && known.Recommendations.SequenceEqual(about)
            )
        )
            return Decision.Nothing;
        foreach (var (i, number) in about.Index().Where(each => !numbers.Contains(each.Item)))
            check.Add(
                new(
                    $"recommendations[{i}]",
                    "unknown_recommendation",
                    $"The report has no such recommendation. It has: {string.Join(", ", numbers.Order(StringComparer.Ordinal))}."
                )
                {
                    Value = number,
                }
            );
        return check
            .Within(c)
            .Body(c.Body, on)
            .EachOnce("recommendations", about)
            .When(c.Position == CouncilPosition.None, new("position", "not_applicable", "Give what was decided."))
            .NotAfterToday("decidedOn", c.DecidedOn)
            .Record("decidedOn", state, new CouncilDecided(on, c.Body, c.Position, c.Words, about), Invariants);
    }

    private static Decision Ask(Report state, RegisterCouncilRequest c, FollowUpChecks check) =>
        check
            .Within(c)
            .Body(c.Body, c.AskedOn ?? check.DayUnlessGiven)
            .Required("text", c.Text, "Say what was asked for.")
            .NotAfterToday("askedOn", c.AskedOn)
            .When(
                c.DueOn < (c.AskedOn ?? check.DayUnlessGiven),
                new("dueOn", "too_early", "It is before the day it was asked for.") { Value = $"{c.DueOn:uuuu-MM-dd}" }
            )
            .Record(
                "askedOn",
                state,
                new CouncilRequestMade(c.AskedOn ?? check.DayUnlessGiven, c.Id ?? Guid.CreateVersion7(), c.Body, c.Text, c.DueOn),
                Invariants
            );
}
