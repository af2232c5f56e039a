using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests.Cases;
using static Ombud.Projections.Tests.FollowUp.FollowUpIds;

namespace Ombud.Projections.Tests.FollowUp;

/// <summary>The command that a step gives. Many are accepted, some are refused, and none may do harm.</summary>
internal static class Doings
{
    /// <param name="n">Which of several commands of the step.</param>
    /// <param name="today">The day of recording: what happened lies a little before it.</param>
    public static object Command(this Step step, int n, LocalDate today)
    {
        var dice = new Dice(step.Seed + (7919 * n));
        return step.Doing switch
        {
            Doing.Register => new RegisterReport(
                ReportKind.Annual,
                new(2010 + step.Target, 1, 1),
                new(2010 + step.Target, 12, 31),
                new(2011 + step.Target, 1, 31),
                dice.Of(null, "Årsmelding")
            ),
            Doing.Present => new PresentReport(
                Body(),
                dice.Of(Enum.GetValues<Handling>()),
                On(),
                dice.Of(null, "Note"),
                dice.OneIn(2) ? [RequestId(step.Target, dice.Below(2))] : null
            ),
            Doing.Decide => new RegisterDecision(
                Body(),
                dice.Of(Enum.GetValues<CouncilPosition>()),
                On(),
                dice.Of(null, "tilslutte sig"),
                dice.Of<string[]?>(null, ["0"], ["1", "2"])
            ),
            Doing.Ask => new RegisterCouncilRequest(
                Body(),
                "An account",
                On(),
                dice.OneIn(2) ? today.PlusDays(dice.Below(90)) : null,
                RequestId(step.Target, dice.Below(2))
            ),
            Doing.Account => new AnswerRequestOf(RequestId(step.Target, dice.Below(2)), new(On(), dice.Of(null, "Note"))),
            Doing.Issue => dice.OneIn(3)
                ? new IssueRecommendation("Answer", BasisCases: step.Imported ? [] : Some(CaseId), IssuedOn: On())
                : new IssueRecommendation(
                    "Answer",
                    ReportId(dice.Below(Most)),
                    $"{step.Target}",
                    dice.Of<string[]?>(null, ["schools"]),
                    step.Imported ? [] : Some(CaseId)
                ),
            Doing.Answer => new RegisterAnswerTo(
                new(step.Seed, 7, (short)n, new byte[8]),
                step.Imported
                    ? [RecommendationId(step.Target)]
                    : [.. new[] { RecommendationId(step.Target) }.Union(Some(RecommendationId))],
                new(
                    dice.Of(null, "Ad 1."),
                    null,
                    dice.Of<AdministrationPosition?>(null, AdministrationPosition.Accepted, AdministrationPosition.RejectedWithReason),
                    "Because",
                    On()
                )
            ),
            Doing.Assess => new AssessRecommendation(dice.Of(Enum.GetValues<OmbudAssessment>()), dice.Of(null, "Note"), On()),
            Doing.State => new StateProgress("Seen", dice.Of<Progress?>(null, Progress.Implemented, Progress.Delayed), On()),
            Doing.Close => new CloseRecommendation(dice.Of(Enum.GetValues<Closure>()), "Done", ClosedOn: On()),
            Doing.Reopen => new ReopenRecommendation("It came back", On()),
            Doing.Withdraw => new WithdrawRecommendation("A mistake", On()),
            Doing.Start => new RegisterMeasure(
                "A course",
                dice.Of(MeasureStatus.Planned, MeasureStatus.Decided, MeasureStatus.InProgress),
                Some(RecommendationId),
                null,
                dice.Of(null, "schools"),
                Window(),
                LoggedOn: On()
            ),
            Doing.Log => new LogFollowUp(
                dice.Of<MeasureStatus?>([null, .. Enum.GetValues<MeasureStatus>().Cast<MeasureStatus?>()]),
                null,
                dice.Of(null, "schools"),
                Window(),
                dice.Of<DelayReason[]?>(null, [DelayReason.Capacity], [DelayReason.Covid19, DelayReason.Other]),
                dice.OneIn(4) ? dice.Below(101) : null,
                dice.OneIn(5) ? On() : null,
                Note: $"Entry {step.Seed} {n}",
                LoggedOn: On()
            ),
            Doing.Link => new LinkMeasure([RecommendationId(dice.Below(Most)), .. Some(RecommendationId)], On()),
            Doing.Unlink => new UnlinkMeasure(RecommendationId(dice.Below(Most)), "A mistake"),
            Doing.Draft => new DraftFeedback(
                "Letters are answered late",
                [CaseId(step.Target), .. Some(CaseId)],
                dice.Of(null, "health"),
                dice.Of(null, "Life and health"),
                On()
            ),
            Doing.Redraft => new RedraftFeedback(
                dice.Of(null, "Letters wait", "Letters are answered late"),
                dice.Of(null, "Life and health")
            ),
            Doing.Attach => new AttachCases([CaseId(dice.Below(Most))]),
            Doing.Inform => new PresentToAdministration(dice.Of(null, "schools"), On()),
            Doing.Publish => new PresentFeedback(Body(), On()),
            Doing.Receive => new ReceiveCase(null, today.PlusDays(-400)),
            Doing.Review => new ReviewHandling(),
            Doing.Void => new VoidCase("A mistake"),
            _ => throw new InvalidOperationException($"{step.Doing} is no command."),
        };

        string Body() => dice.Of("council", "executive_committee");

        LocalDate? On() => dice.Of<LocalDate?>(null, today.PlusDays(-dice.Below(300)), today.PlusDays(-dice.Below(20)));

        GivenWindow? Window() =>
            dice.Of<GivenWindow?>(null, new("våren 2020"), new("høsten 2021"), new(null, today, today.PlusDays(dice.Below(100))));

        Guid[] Some(Func<int, Guid> id) => [.. Enumerable.Range(0, Most).Where(_ => dice.OneIn(3)).Select(id)];
    }
}
