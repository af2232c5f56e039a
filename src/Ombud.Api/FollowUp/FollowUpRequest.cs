using System.ComponentModel;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>
/// What can be asked of the follow-up, as JSON, as CSV and as a page. Filters pick recommendations; the rest follows them.
/// </summary>
public sealed record FollowUpRequest(
    [property: Description("A report by its id or its period's name, such as 18/19.")] string? Report = null,
    [property: Description("A unit of the municipality: recommendations meant for it or for all, and its measures.")] string? Unit = null,
    [property: Description("What the council said.")] CouncilPosition? CouncilPosition = null,
    [property: Description("What the administration answered.")] AdministrationPosition? AdministrationPosition = null,
    [property: Description("How far it has come.")] Progress? Progress = null,
    [property: Description("What the ombud says of it.")] OmbudAssessment? OmbudAssessment = null,
    [property: Description("Whether the ombud still follows it up.")] Closure? Closure = null,
    [property: AsOf] Instant? AsOf = null,
    [property: Description(Languages.Description)] string? Language = null,
    [property: Description("Which table, where the answer is text/csv.")]
    [property: OneOf("FollowUpTable", "A table of the follow-up.", typeof(FollowUpTables), nameof(FollowUpTables.Names))]
        string? Table = null
)
{
    private bool Axes =>
        (CouncilPosition, AdministrationPosition, Progress, OmbudAssessment, Closure) is not (null, null, null, null, null);

    /// <summary>True where anything is left out.</summary>
    internal bool HasFilters() => Report is not null || Unit is not null || Axes;

    public IEnumerable<Fault> Faults(IClock clock) => Moments.AsOfFaults(AsOf, clock).Concat(Languages.Faults(Language));

    public IEnumerable<Fault> Faults(Municipality municipality, FollowUpReport followUp)
    {
        if (Unit is not null && !municipality.Units.EverContained(Unit))
            yield return municipality.Units.Unknown("unit", Unit);
        if (Report is not null && !followUp.Reports.Any(IsAsked))
            yield return new(
                "report",
                "unknown_report",
                $"Nothing of such a report is followed up. There are: {string.Join(", ", followUp.Reports.Select(report => report.Label))}."
            )
            {
                Value = Report,
            };
    }

    /// <summary>What was asked for, and nothing else. The counts are of what is left.</summary>
    public FollowUpReport Pick(FollowUpReport all)
    {
        if (!HasFilters())
            return all;
        var reports = all
            .Reports.Where(report => Report is null || IsAsked(report))
            .Select(report => report with { Recommendations = [.. report.Recommendations.Where(Matches)] })
            .Where(report => report.Recommendations.Count > 0 || !(Axes || Unit is not null))
            .ToList();
        List<RecommendationLine> inCases = Report is null ? [.. all.InCases.Where(Matches)] : [];
        var shown = reports.SelectMany(report => report.Recommendations).Concat(inCases).ToList();
        var (ids, reportIds) = (shown.Select(each => each.Id).ToHashSet(), reports.Select(report => report.Id).ToHashSet());
        var measures = all
            .Measures.Where(measure =>
                measure.Answers.Any(answered => ids.Contains(answered.Id))
                || (measure.ReportId is { } report && reportIds.Contains(report) && !Axes)
            )
            .Where(measure => Unit is null || measure.Unit is null || measure.Unit == Unit)
            .ToList();
        var meetings = all.Meetings.Where(meeting => IsShown(meeting, reportIds)).ToList();
        var requests = all.OpenRequests.Where(request => reportIds.Contains(request.ReportId)).ToList();
        return all with
        {
            Reports = reports,
            InCases = inCases,
            Measures = measures,
            OpenRequests = requests,
            Meetings = meetings,
            DueNext =
            [
                .. all.DueNext.Where(due =>
                    due.Meeting is { } meeting ? meetings.Contains(meeting) : due.ReportId is { } report && reportIds.Contains(report)
                ),
            ],
            Counts = new(
                reports.Count,
                shown.Count,
                shown.Count(each => each.Closure == Domain.Recommendations.Closure.Open),
                shown.Count(each => each.UnansweredDays is not null),
                measures.Count,
                measures.Sum(measure => measure.Answers.Count(answered => ids.Contains(answered.Id))),
                requests.Count
            ),
        };
    }

    /// <summary>True for a recommendation that is asked for.</summary>
    public bool Matches(RecommendationLine line) =>
        (Unit is null || line.Addressees.Count == 0 || line.Addressees.Contains(Unit))
        && (CouncilPosition is null || line.CouncilPosition == CouncilPosition)
        && (AdministrationPosition is null || line.AdministrationPosition == AdministrationPosition)
        && (Progress is null || line.Progress == Progress)
        && (OmbudAssessment is null || line.OmbudAssessment == OmbudAssessment)
        && (Closure is null || line.Closure == Closure);

    /// <summary>A meeting follows its report; one about a report to come is found by the name of the report's period.</summary>
    private bool IsShown(MeetingLine meeting, IReadOnlySet<Guid> reports) =>
        meeting.ReportId is { } report ? reports.Contains(report) : !Axes && Unit is null && meeting.ReportLabel == Report;

    private bool IsAsked(ReportFollowUp report) => report.Label == Report || report.Id.ToString() == Report;
}
