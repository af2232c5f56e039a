using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Domain.Tests.Cases;
using static Ombud.Projections.Tests.FollowUp.FollowUpIds;

namespace Ombud.Projections.Tests.FollowUp;

/// <summary>The command that a step gives. Many are accepted, some are refused, and none may do harm.</summary>
internal static class FollowUpCommands
{
    /// <param name="n">Which of several commands of the step.</param>
    /// <param name="today">The day of recording: what happened is a little before it.</param>
    public static object Command(this Step step, int n, LocalDate today)
    {
        var random = new SeededRandom(step.Seed + (7919 * n));
        return step.Kind switch
        {
            StepKind.Register => new RegisterReport(
                ReportKind.Annual,
                new(2010 + step.Target, 1, 1),
                new(2010 + step.Target, 12, 31),
                new(2011 + step.Target, 1, 31),
                random.Of(null, "Årsmelding")
            ),
            StepKind.Present => new PresentReport(
                Body(),
                random.Of(Enum.GetValues<Handling>()),
                On(),
                random.Of(null, "Note"),
                random.OneIn(2) ? [RequestId(step.Target, random.Below(2))] : null
            ),
            StepKind.Decide => new RegisterDecision(
                Body(),
                random.Of(Enum.GetValues<CouncilPosition>()),
                On(),
                random.Of(null, "tilslutte sig"),
                random.Of<string[]?>(null, ["0"], ["1", "2"])
            ),
            StepKind.Ask => new RegisterCouncilRequest(
                Body(),
                "An account",
                On(),
                random.OneIn(2) ? today.PlusDays(random.Below(90)) : null,
                RequestId(step.Target, random.Below(2))
            ),
            StepKind.Account => new AnswerRequestOf(RequestId(step.Target, random.Below(2)), new(On(), random.Of(null, "Note"))),
            StepKind.Issue => random.OneIn(3)
                ? new IssueRecommendation("Answer", BasisCases: step.Imported ? [] : Some(CaseId), IssuedOn: On())
                : new IssueRecommendation(
                    "Answer",
                    ReportId(random.Below(Most)),
                    $"{step.Target}",
                    random.Of<string[]?>(null, ["schools"]),
                    step.Imported ? [] : Some(CaseId)
                ),
            StepKind.Answer => new RegisterAnswerTo(
                new(step.Seed, 7, (short)n, new byte[8]),
                step.Imported
                    ? [RecommendationId(step.Target)]
                    : [.. new[] { RecommendationId(step.Target) }.Union(Some(RecommendationId))],
                new(
                    random.Of(null, "Ad 1."),
                    null,
                    random.Of<AdministrationPosition?>(null, AdministrationPosition.Accepted, AdministrationPosition.RejectedWithReason),
                    "Because",
                    On()
                )
            ),
            StepKind.Assess => new AssessRecommendation(random.Of(Enum.GetValues<OmbudAssessment>()), random.Of(null, "Note"), On()),
            StepKind.State => new StateProgress("Seen", random.Of<Progress?>(null, Progress.Implemented, Progress.Delayed), On()),
            StepKind.Close => new CloseRecommendation(random.Of(Enum.GetValues<Closure>()), "Done", ClosedOn: On()),
            StepKind.Reopen => new ReopenRecommendation("It came back", On()),
            StepKind.Withdraw => new WithdrawRecommendation("A mistake", On()),
            StepKind.Start => new RegisterMeasure(
                "A course",
                random.Of(MeasureStatus.Planned, MeasureStatus.Decided, MeasureStatus.InProgress),
                Some(RecommendationId),
                null,
                random.Of(null, "schools"),
                Window(),
                LoggedOn: On()
            ),
            StepKind.Log => new LogFollowUp(
                random.Of<MeasureStatus?>([null, .. Enum.GetValues<MeasureStatus>().Cast<MeasureStatus?>()]),
                null,
                random.Of(null, "schools"),
                Window(),
                random.Of<DelayReason[]?>(null, [DelayReason.Capacity], [DelayReason.Covid19, DelayReason.Other]),
                random.OneIn(4) ? random.Below(101) : null,
                random.OneIn(5) ? On() : null,
                Note: $"Entry {step.Seed} {n}",
                LoggedOn: On()
            ),
            StepKind.Link => new LinkMeasure([RecommendationId(random.Below(Most)), .. Some(RecommendationId)], On()),
            StepKind.Unlink => new UnlinkMeasure(RecommendationId(random.Below(Most)), "A mistake"),
            StepKind.Draft => new DraftFeedback(
                "Letters are answered late",
                [CaseId(step.Target), .. Some(CaseId)],
                random.Of(null, "health"),
                random.Of(null, "Life and health"),
                On()
            ),
            StepKind.Redraft => new RedraftFeedback(
                random.Of(null, "Letters wait", "Letters are answered late"),
                random.Of(null, "Life and health")
            ),
            StepKind.Attach => new AttachCases([CaseId(random.Below(Most))]),
            StepKind.Inform => new PresentToAdministration(random.Of(null, "schools"), On()),
            StepKind.Publish => new PresentFeedback(Body(), On()),
            StepKind.Plan => Planned(),
            StepKind.Move => new MoveMeeting(Ahead(), random.Of(null, "The agenda was full"), On()),
            StepKind.Cancel => new CancelMeeting("The council does not meet", On()),
            StepKind.Begin => new BeginReportText(
                ReportKind.Annual,
                new(2010 + step.Target, 1, 1),
                new(2010 + step.Target, 12, 31),
                random.Of(null, "nb", "en")
            ),
            StepKind.Write => random.Below(3) switch
            {
                0 => new WriteReportText(TextSection.Introduction, Words()),
                1 => new WriteReportText(TextSection.Comment, Words(), random.Of("by-month", "flow")),
                _ => new WriteReportText(
                    TextSection.Finding,
                    Words(),
                    null,
                    FindingId(step.Target, random.Below(3)),
                    random.Of("Late", "Later"),
                    random.Of<int?>(null, 1, 2)
                ),
            },
            StepKind.Remove => random.Below(3) switch
            {
                0 => new RemoveReportText(TextSection.Introduction),
                1 => new RemoveReportText(TextSection.Comment, random.Of("by-month", "flow")),
                _ => new RemoveReportText(TextSection.Finding, FindingId: FindingId(step.Target, random.Below(3))),
            },
            StepKind.Receive => new ReceiveCase(null, today.PlusDays(-400)),
            StepKind.Review => new ReviewHandling(),
            StepKind.Void => new VoidCase("A mistake"),
            _ => throw new InvalidOperationException($"{step.Kind} is no command."),
        };

        // Some presentations are of today too: they hold a meeting that was planned for it.
        PlanMeeting Planned()
        {
            var plan = new PlanMeeting(Ahead(), Body(), PlannedOn: On(), Note: random.Of(null, "Note"));
            return random.Below(3) switch
            {
                0 => plan with { ReportId = ReportId(step.Target) },
                1 => plan with { FeedbackId = FeedbackId(step.Target) },
                _ => plan with { Kind = ReportKind.Annual, From = new(2010 + step.Target, 1, 1), To = new(2010 + step.Target, 12, 31) },
            };
        }

        string Words() => $"Text {random.Below(4)}";

        LocalDate Ahead() => random.Of(today, today.PlusDays(random.Below(40)), today.PlusDays(-random.Below(20)));

        string Body() => random.Of("council", "executive_committee");

        LocalDate? On() => random.Of<LocalDate?>(null, today.PlusDays(-random.Below(300)), today.PlusDays(-random.Below(20)));

        GivenWindow? Window() =>
            random.Of<GivenWindow?>(null, new("våren 2020"), new("høsten 2021"), new(null, today, today.PlusDays(random.Below(100))));

        Guid[] Some(Func<int, Guid> id) => [.. Enumerable.Range(0, Most).Where(_ => random.OneIn(3)).Select(id)];
    }
}
