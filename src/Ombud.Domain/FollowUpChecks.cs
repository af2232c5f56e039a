using NodaTime;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain;

/// <summary>What a command on recommendations, measures, reports and feedback is checked against.</summary>
public sealed class FollowUpChecks(Municipality municipality, LocalDate today, ReferenceLookup lookup, LocalDate? day = null)
    : Checks<FollowUpChecks>(municipality, today, day ?? today)
{
    private const string UnknownRecommendation = "unknown_recommendation";
    private const string NoSuchRecommendation = "There is no such recommendation in this municipality. See GET /v1/recommendations.";

    /// <summary>What to do with a presentation, or a report, on a day to come.</summary>
    public const string PlanIt = "What is still to come is planned: POST /v1/meetings.";

    public ReferenceLookup Lookup => lookup;

    /// <summary>The same, with nothing found yet, for an entry that bears this day unless its command gives one.</summary>
    public FollowUpChecks On(LocalDate day) => new(Municipality, Today, lookup, day);

    public FollowUpChecks Report(string field, Guid? id) =>
        When(
            id is { } report && lookup.Report(report) is null,
            new(field, "unknown_report", "There is no such report in this municipality. See GET /v1/reports.") { Value = id?.ToString() }
        );

    public FollowUpChecks Feedback(string field, Guid? id) =>
        When(
            id is { } feedback && lookup.Feedback(feedback) is null,
            new(field, "unknown_feedback", "There is no such feedback in this municipality. See GET /v1/feedback.")
            {
                Value = id?.ToString(),
            }
        );

    public FollowUpChecks Cases(string field, IReadOnlyList<Guid> ids) =>
        All(field, ids, id => lookup.Case(id) is null, "unknown_case", "There is no such case in this municipality. See GET /v1/cases.");

    public FollowUpChecks Recommendation(string field, Guid? id) =>
        When(
            id is { } recommendation && lookup.Recommendation(recommendation) is null,
            new(field, UnknownRecommendation, NoSuchRecommendation) { Value = id?.ToString() }
        );

    public FollowUpChecks Recommendations(string field, IReadOnlyList<Guid> ids) =>
        All(field, ids, id => lookup.Recommendation(id) is null, UnknownRecommendation, NoSuchRecommendation);

    public FollowUpChecks Body(string code, LocalDate on) => Code("body", code, Municipality.Bodies, on);

    private FollowUpChecks All(string field, IReadOnlyList<Guid> ids, Func<Guid, bool> unknown, string code, string detail)
    {
        for (var i = 0; i < Math.Min(ids.Count, Limits.References); i++)
            When(unknown(ids[i]), new($"{field}[{i}]", code, detail) { Value = ids[i].ToString() });
        return EachOnce(field, ids);
    }
}
