using NodaTime;

namespace Ombud.Domain.Recommendations;

/// <summary>What may happen to a recommendation. Four axes are kept apart: none of them follows from another.</summary>
public static class RecommendationDecider
{
    private static readonly RecommendationInvariants Invariants = new();

    public static Decision Decide(Recommendation? state, RecommendationCommand command, FollowUpChecks check) =>
        (state, command) switch
        {
            (null, IssueRecommendation c) => Issue(c, check),
            (null, _) => RecommendationRefusals.NotFound,
            (_, IssueRecommendation) => RecommendationRefusals.AlreadyIssued,

            // The same closing again is a retry, not a second fact.
            (_, CloseRecommendation c) when IsClosedBy(state, c) => Decision.Nothing,
            ({ Closure: Closure.Withdrawn }, WithdrawRecommendation) => Decision.Nothing,
            (_, WithdrawRecommendationEntry c) => check
                .Within(c)
                .Withdraw(state, c, (before, instead, day) => Decide(before, instead, check.On(day)), Invariants),
            (_, ReopenRecommendation c) => check
                .Within(c)
                .Reason(c.Reason)
                .NotAfterToday("reopenedOn", c.ReopenedOn)
                .Record("reopenedOn", state, new RecommendationReopened(c.ReopenedOn ?? check.DayUnlessGiven, c.Reason), Invariants),
            ({ Closure: not Closure.Open }, _) => RecommendationRefusals.IsClosed,

            (_, RegisterAnswerTo c) => Answer(state, c, check),
            (_, AssessRecommendation c) => Assess(state, c, check),
            (_, StateProgress c) => State(state, c, check),
            (_, CloseRecommendation c) => Close(state, c, check),
            (_, WithdrawRecommendation c) => check
                .Within(c)
                .Reason(c.Reason)
                .NotAfterToday("withdrawnOn", c.WithdrawnOn)
                .Record("withdrawnOn", state, new RecommendationWithdrawn(c.WithdrawnOn ?? check.DayUnlessGiven, c.Reason), Invariants),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Issue(IssueRecommendation c, FollowUpChecks check)
    {
        var (cases, report) = (c.BasisCases ?? [], c.ReportId is { } id ? check.Lookup.Report(id) : null);
        var on = c.IssuedOn ?? report?.PublishedOn ?? check.DayUnlessGiven;
        if (cases.Any(each => check.Lookup.Case(each) is { Counted: false }))
            return RecommendationRefusals.CaseIsVoided;
        return check
            .Within(c)
            .Required("text", c.Text, "Say what is recommended.")
            .Report("reportId", c.ReportId)
            .When(
                c.ReportId is not null && string.IsNullOrWhiteSpace(c.Number),
                new("number", "required", "Give its number in the report.")
            )
            .When(
                c.ReportId is null && c.Number is not null,
                new("number", "not_applicable", "Only a recommendation in a report has a number; name the report, or leave this out.")
                {
                    Value = c.Number,
                }
            )
            .Codes("addressees", c.Addressees ?? [], check.Municipality.Units, on)
            .Cases("basisCases", cases)
            .NotAfterToday("issuedOn", c.IssuedOn)
            .Then(() => new RecommendationIssued(on, c.ReportId, c.Number, c.Text, c.Addressees ?? [], cases));
    }

    private static Decision Answer(Recommendation state, RegisterAnswerTo c, FollowUpChecks check)
    {
        if (state.Answers.Any(answer => answer.Id == c.AnswerId))
            return Decision.Nothing;
        var answer = c.Answer;
        return check
            .Within(c)
            .Within(answer)
            .EachOnce("covers", c.Covers)
            .AtLeastOne(
                "text",
                "Give what the administration answered: text, position, heading or title.",
                answer.Text,
                answer.Position,
                answer.Heading,
                answer.Title
            )
            .When(
                answer.Position is AdministrationPosition.NoAnswer or AdministrationPosition.NoPosition,
                new("position", "not_applicable", "Leave it out where the answer takes no position.")
            )
            .When(
                answer.Position == AdministrationPosition.RejectedWithReason && string.IsNullOrWhiteSpace(answer.Text),
                new("text", "required", "Give the reason for which it was rejected.")
            )
            .NotAfterToday("answeredOn", answer.AnsweredOn)
            .Record(
                "answeredOn",
                state,
                new AdministrationResponded(
                    answer.AnsweredOn ?? check.DayUnlessGiven,
                    c.AnswerId,
                    answer.Heading,
                    answer.Title,
                    c.Covers,
                    answer.Position,
                    answer.Text
                ),
                Invariants
            );
    }

    private static Decision Assess(Recommendation state, AssessRecommendation c, FollowUpChecks check)
    {
        var on = c.AssessedOn ?? check.DayUnlessGiven;
        // The same assessment of another day is a fact of that day; that nothing was assessed yet need not be said.
        var said = state.Assessments.LastOrDefault(each => each.OccurredOn == on);
        var nothingYet =
            c is { Assessment: OmbudAssessment.NotAssessed, Note: null } && !state.Assessments.Any(each => each.OccurredOn <= on);
        return nothingYet || (said is not null && said.Assessment == c.Assessment && said.Note == c.Note)
            ? Decision.Nothing
            : check
                .Within(c)
                .General("note", c.Note)
                .NotAfterToday("assessedOn", c.AssessedOn)
                .Record("assessedOn", state, new RecommendationAssessed(on, c.Assessment, c.Note), Invariants);
    }

    private static Decision State(Recommendation state, StateProgress c, FollowUpChecks check)
    {
        var on = c.StatedOn ?? check.DayUnlessGiven;
        var said = state.ProgressStatements.LastOrDefault(each => each.OccurredOn == on);
        return said is not null && said.Progress == c.Progress && said.Reason == c.Reason
            ? Decision.Nothing
            : check
                .Within(c)
                .Reason(c.Reason)
                .NotAfterToday("statedOn", c.StatedOn)
                .Record("statedOn", state, new ProgressStated(on, c.Progress, c.Reason), Invariants);
    }

    private static Decision Close(Recommendation state, CloseRecommendation c, FollowUpChecks check) =>
        check
            .Within(c)
            .General("reason", c.Reason)
            .When(
                c.As is Closure.Open or Closure.Withdrawn,
                new(
                    "as",
                    "not_applicable",
                    "Give a way of closing: closed_implemented, closed_not_implemented, closed_superseded or "
                        + "closed_no_longer_relevant. To reopen or to withdraw has addresses of its own."
                )
            )
            .When(
                c.SupersededBy is not null && c.As != Closure.ClosedSuperseded,
                new("supersededBy", "not_applicable", "Only what is closed_superseded has a successor.")
            )
            .Recommendation("supersededBy", c.SupersededBy)
            .When(
                c.As == Closure.ClosedSuperseded && c.SupersededBy is null && string.IsNullOrWhiteSpace(c.Reason),
                new("supersededBy", "required", "Name the recommendation that takes its place, or give a reason.")
            )
            .When(c.As == Closure.ClosedNoLongerRelevant && string.IsNullOrWhiteSpace(c.Reason), new("reason", "required", "Say why."))
            .NotAfterToday("closedOn", c.ClosedOn)
            .Record(
                "closedOn",
                state,
                new RecommendationClosed(c.ClosedOn ?? check.DayUnlessGiven, c.As, c.Reason, c.SupersededBy),
                Invariants
            );

    private static bool IsClosedBy(Recommendation state, CloseRecommendation c) =>
        state.Closure == c.As
        && c.As is not (Closure.Open or Closure.Withdrawn)
        && (c.ClosedOn ?? state.ClosedOn) == state.ClosedOn
        && c.Reason == state.ClosureReason
        && c.SupersededBy == state.SupersededBy;
}
