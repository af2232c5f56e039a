using NodaTime;

namespace Ombud.Domain.Feedback;

/// <summary>
/// What may happen to feedback, by Drammen's rules: it rests on several cases unless something is extraordinary, only on cases whose
/// handling the ombud has seen, it is general in form, and the administration comes before the political level.
/// </summary>
public static class FeedbackDecider
{
    private static readonly FeedbackInvariants Invariants = new();

    /// <param name="isCaseNumber">True for a number that a case of the municipality has.</param>
    public static Decision Decide(FeedbackItem? state, FeedbackCommand command, FollowUpChecks check, Func<string, bool> isCaseNumber) =>
        (state, command) switch
        {
            (null, DraftFeedback c) => General(check.Within(c), c.Text, isCaseNumber)
                .Required("text", c.Text, "Say what the feedback is.")
                .Some("cases", c.Cases)
                .Cases("cases", c.Cases)
                .Code("serviceArea", c.ServiceArea, check.Municipality.ServiceAreas, c.DraftedOn ?? check.DayUnlessGiven)
                .NotAfterToday("draftedOn", c.DraftedOn)
                .Then(() =>
                    new FeedbackDrafted(c.DraftedOn ?? check.DayUnlessGiven, c.Text, c.ServiceArea, c.Cases, Given(c.Extraordinary))
                ),
            (null, _) => FeedbackRefusals.NotFound,
            (_, DraftFeedback) => FeedbackRefusals.AlreadyDrafted,

            (_, RedraftFeedback c)
                when (c.Text ?? state.Text) == state.Text
                    && (Given(c.Extraordinary) ?? state.Extraordinary) == state.Extraordinary
                    && (c.Text ?? Given(c.Extraordinary)) is not null => Decision.Nothing,
            (_, WithdrawFeedbackEntry c) => check
                .Within(c)
                .Withdraw(state, c, (before, instead, day) => Decide(before, instead, check.On(day), isCaseNumber), Invariants),
            (_, RedraftFeedback c) => General(check.Within(c), c.Text ?? "", isCaseNumber)
                .AtLeastOne("text", "Give text, extraordinary or both.", c.Text, c.Extraordinary)
                .When(
                    c.Text is not null && Given(c.Text) is null && Given(c.Extraordinary) is not null,
                    new("text", "required", "Say what the feedback is.")
                )
                .Record("text", state, new FeedbackRedrafted(check.DayUnlessGiven, c.Text, Given(c.Extraordinary)), Invariants),

            (_, AttachCases c) => check
                .Within(c)
                .Some("cases", c.Cases)
                .Cases("cases", c.Cases)
                .Then(() =>
                    c.Cases.Except(state.Cases).ToList() is { Count: > 0 } further
                        ? new BasisCaseAttached(check.DayUnlessGiven, further)
                        : new List<object>()
                ),

            (_, PresentToAdministration c)
                when state.Administration.Any(each => each.Unit == c.Unit && each.OccurredOn == (c.PresentedOn ?? check.DayUnlessGiven)) =>
                Decision.Nothing,
            (_, PresentToAdministration c) => WithBasis(
                state,
                check,
                (basis, volume) =>
                    check
                        .Code("unit", c.Unit, check.Municipality.Units, c.PresentedOn ?? check.DayUnlessGiven)
                        .NotAfterToday("presentedOn", c.PresentedOn)
                        .Record(
                            "presentedOn",
                            state,
                            new PresentedToAdministration(c.PresentedOn ?? check.DayUnlessGiven, c.Unit, basis, volume),
                            Invariants
                        )
            ),

            (_, PresentFeedback c)
                when state.Presentations.Any(each => each.Body == c.Body && each.OccurredOn == (c.PresentedOn ?? check.DayUnlessGiven)) =>
                Decision.Nothing,
            // Before the basis: who has not asked the administration need not hear of it yet.
            (_, PresentFeedback c) when FeedbackInvariants.ComesFirst(state, c.PresentedOn ?? check.DayUnlessGiven) =>
                FeedbackRefusals.AdministrationFirst,
            (_, PresentFeedback c) => WithBasis(
                state,
                check,
                (basis, volume) =>
                    check
                        .Body(c.Body, c.PresentedOn ?? check.DayUnlessGiven)
                        .NotAfterToday("presentedOn", c.PresentedOn, FollowUpChecks.PlanIt)
                        .Record(
                            "presentedOn",
                            state,
                            new FeedbackPresented(c.PresentedOn ?? check.DayUnlessGiven, c.Body, basis, volume),
                            Invariants
                        )
            ),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision WithBasis(FeedbackItem state, FollowUpChecks check, Func<int, int, Decision> decide)
    {
        var cases = state.Cases.Select(check.Lookup.Case).Where(each => each is { Counted: true }).ToList();
        return cases.Count(each => each!.HandlingReviewedOn is not null) switch
        {
            0 => FeedbackRefusals.NoReviewedCase,
            1 when state.Extraordinary is null => FeedbackRefusals.TooFewCases,
            var basis => decide(basis, cases.Count),
        };
    }

    private static FollowUpChecks General(FollowUpChecks check, string text, Func<string, bool> isCaseNumber)
    {
        foreach (var fault in GeneralForm.Faults("text", text, isCaseNumber))
            check.Add(fault);
        return check;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
