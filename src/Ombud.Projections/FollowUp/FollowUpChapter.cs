using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Projections.Feedback;

namespace Ombud.Projections.FollowUp;

/// <summary>What a published report says of feedback, recommendations and the council, beside its figures.</summary>
/// <param name="On">The day that what ages is counted up to.</param>
/// <param name="Feedback">What a body was presented with within the period.</param>
/// <param name="Recommendations">All that are open, and those that were issued or closed within the period.</param>
/// <param name="Measures">How many measures answer them, each counted once.</param>
/// <param name="Decisions">What bodies decided within the period.</param>
/// <param name="Requests">What bodies asked for that is not answered, or was answered within the period.</param>
public sealed record FollowUpChapter(
    LocalDate On,
    IReadOnlyList<PresentedFeedback> Feedback,
    IReadOnlyList<PublishedRecommendation> Recommendations,
    int Measures,
    IReadOnlyList<ReportDecision> Decisions,
    IReadOnlyList<PublishedRequest> Requests
)
{
    /// <param name="minimumCell">The smallest number of cases that is shown behind feedback.</param>
    public static FollowUpChapter Of(
        FollowUpReport all,
        IReadOnlyList<FeedbackLine> feedback,
        Municipality municipality,
        ReportingPeriod period,
        int minimumCell
    )
    {
        List<RecommendationLine> recommendations =
        [
            .. all.Recommendations.Where(each =>
                each.Closure == Closure.Open || period.Counts(each.IssuedOn) || (each.ClosedOn is { } closed && period.Counts(closed))
            ),
        ];
        return new(
            all.On,
            [
                .. from line in feedback
                from presented in line.Presentations
                where presented.Body is not null && period.Counts(presented.PresentedOn)
                orderby presented.PresentedOn, line.Id
                select new PresentedFeedback(
                    line.Feedback.Text,
                    line.Feedback.ServiceArea is { } area ? municipality.ServiceAreas.Label(area, all.Language) : null,
                    presented.PresentedOn,
                    municipality.Bodies.Label(presented.Body!, all.Language),
                    presented.Basis < minimumCell ? null : presented.Basis,
                    line.Feedback.Extraordinary is not null
                ),
            ],
            [.. recommendations.Select(PublishedRecommendation.Of)],
            recommendations.SelectMany(each => each.Measures).Select(measure => measure.Id).Distinct().Count(),
            [
                .. from report in all.Reports
                from decision in report.Decisions
                where period.Counts(decision.DecidedOn)
                orderby decision.DecidedOn, report.Label
                select new ReportDecision(report.Label, decision),
            ],
            [
                .. all
                    .Reports.SelectMany(report => report.Requests)
                    .Where(request => request.AnsweredOn is not { } answered || period.Counts(answered))
                    .OrderBy(request => request.AskedOn)
                    .ThenBy(request => request.Id)
                    .Select(PublishedRequest.Of),
            ]
        );
    }
}

/// <summary>Feedback that a body was presented with in the period.</summary>
/// <param name="Text">The feedback, in general form.</param>
/// <param name="ServiceAreaLabel">The service area in the report's language; absent where it is about none in particular.</param>
/// <param name="PresentedOn">The day it was presented.</param>
/// <param name="BodyLabel">The body in the report's language.</param>
/// <param name="Basis">How many reviewed cases it rested on; null where they are too few to be shown.</param>
/// <param name="Extraordinary">True where one case was enough.</param>
public sealed record PresentedFeedback(
    string Text,
    string? ServiceAreaLabel,
    LocalDate PresentedOn,
    string BodyLabel,
    int? Basis,
    bool Extraordinary
);

/// <summary>A decision of a body in the period, and the report that it was about.</summary>
/// <param name="Report">Label of the report that was decided on.</param>
/// <param name="Decision">The decision.</param>
public sealed record ReportDecision(string Report, DecisionLine Decision);
