using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Projections.FollowUp;

/// <summary>What has become of the ombud's recommendations: reports, recommendations, answers, measures, and the council.</summary>
/// <param name="AsOf">What was known then.</param>
/// <param name="On">Its day in the municipality: what ages is counted up to it.</param>
/// <param name="Reports">The newest first.</param>
/// <param name="InCases">Recommendations that stand in no report, the newest first.</param>
/// <param name="Measures">Each once, however many recommendations it answers.</param>
/// <param name="OpenRequests">What bodies asked for and did not get, the oldest first, of all reports.</param>
/// <param name="DueNext">What falls due next: accounts with a day, and the follow-up of each report that has open recommendations.</param>
public sealed record FollowUpReport(
    string Municipality,
    string MunicipalityName,
    string Language,
    Instant AsOf,
    LocalDate On,
    FollowUpCounts Counts,
    IReadOnlyList<ReportFollowUp> Reports,
    IReadOnlyList<RecommendationLine> InCases,
    IReadOnlyList<MeasureLine> Measures,
    IReadOnlyList<RequestLine> OpenRequests,
    IReadOnlyList<DueLine> DueNext
)
{
    /// <summary>Those of reports and those in cases.</summary>
    [JsonIgnore]
    public IEnumerable<RecommendationLine> Recommendations => Reports.SelectMany(report => report.Recommendations).Concat(InCases);
}

/// <summary>How many there are. The number of measures is that of measures, not of the recommendations they answer.</summary>
/// <param name="Links">How many times a measure answers a recommendation.</param>
public sealed record FollowUpCounts(int Reports, int Recommendations, int Open, int Unanswered, int Measures, int Links, int OpenRequests);

/// <summary>A report, the recommendations in it, and what was done with them.</summary>
/// <param name="Label">The period's name, such as <c>18/19</c>.</param>
/// <param name="FollowUpBy">The last day of the period after: the next report of the kind takes it up.</param>
/// <param name="Uncovered">Numbers of the recommendations that no answer covers.</param>
/// <param name="Measures">Ids of the measures that belong to the report as a whole.</param>
public sealed record ReportFollowUp(
    Guid Id,
    ReportKind Kind,
    string Label,
    string? Title,
    LocalDate From,
    LocalDate To,
    LocalDate PublishedOn,
    LocalDate? FollowUpBy,
    IReadOnlyList<PresentationLine> Presentations,
    IReadOnlyList<DecisionLine> Decisions,
    IReadOnlyList<RequestLine> Requests,
    IReadOnlyList<AnswerLine> Answers,
    IReadOnlyList<string> Uncovered,
    IReadOnlyList<RecommendationLine> Recommendations,
    IReadOnlyList<Guid> Measures
);

public sealed record PresentationLine(LocalDate PresentedOn, string Body, string BodyLabel, Handling Handling, string? Note);

/// <param name="ByCouncil">True for a decision of the council itself: that is the position of its recommendations.</param>
/// <param name="Recommendations">Numbers of those it is about; none means all.</param>
public sealed record DecisionLine(
    LocalDate DecidedOn,
    string Body,
    string BodyLabel,
    bool ByCouncil,
    CouncilPosition Position,
    string? Words,
    IReadOnlyList<string> Recommendations
);

/// <param name="By">Code of the body that asked.</param>
/// <param name="AgeDays">Days from the day it was asked to the day it was answered, or to the day that is judged by.</param>
/// <param name="OverdueDays">Days since it should have been answered; null while it is not late.</param>
public sealed record RequestLine(
    Guid Id,
    Guid Report,
    string ReportLabel,
    LocalDate AskedOn,
    string By,
    string ByLabel,
    string Text,
    LocalDate? DueOn,
    LocalDate? AnsweredOn,
    string? Answer,
    int AgeDays,
    int? OverdueDays
);

/// <param name="Covers">Numbers of the recommendations that it answers.</param>
public sealed record AnswerLine(
    Guid Id,
    LocalDate AnsweredOn,
    string? Heading,
    string? Title,
    IReadOnlyList<string> Covers,
    AdministrationPosition Position,
    string? Text
);

/// <summary>A recommendation on its four axes, and whether it is closed.</summary>
/// <param name="Report">The report it stands in, or null.</param>
/// <param name="Addressees">Units it is meant for; none means all.</param>
/// <param name="UnansweredDays">Days from its issue to the day that is judged by, while the administration has not answered; else
/// null.</param>
/// <param name="ProgressStated">True where the ombud says so in place of the measures.</param>
/// <param name="Measures">The measures that answer it.</param>
public sealed record RecommendationLine(
    Guid Id,
    Guid? Report,
    string? ReportLabel,
    string? Number,
    string Text,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<string> AddresseeLabels,
    LocalDate IssuedOn,
    CouncilPosition CouncilPosition,
    LocalDate? CouncilDecidedOn,
    AdministrationPosition AdministrationPosition,
    LocalDate? AnsweredOn,
    int? UnansweredDays,
    Progress Progress,
    bool ProgressStated,
    string? ProgressReason,
    OmbudAssessment OmbudAssessment,
    LocalDate? AssessedOn,
    string? AssessmentNote,
    Closure Closure,
    LocalDate? ClosedOn,
    string? ClosureReason,
    Guid? SupersededBy,
    IReadOnlyList<MeasureInBrief> Measures
);

/// <summary>A measure beside a recommendation that it answers.</summary>
public sealed record MeasureInBrief(Guid Id, string Title, MeasureStatus Status, Window? Window, IReadOnlyList<SlipLine> Slips);

/// <summary>A measure.</summary>
/// <param name="Percent">How much is done; null where nobody said, which is not 0.</param>
/// <param name="Delayed">True where it was postponed, or its window has ended without it being done.</param>
/// <param name="LoggedOn">The day of the latest entry about it.</param>
/// <param name="Answers">The recommendations that it answers.</param>
/// <param name="Report">The report that it belongs to as a whole, or null.</param>
public sealed record MeasureLine(
    Guid Id,
    string Title,
    string? Unit,
    string? UnitLabel,
    MeasureStatus Status,
    Window? Window,
    bool Delayed,
    int? Percent,
    LocalDate? StartedOn,
    LocalDate? CompletedOn,
    string? Recurrence,
    string? Note,
    LocalDate RegisteredOn,
    LocalDate LoggedOn,
    IReadOnlyList<SlipLine> Slips,
    IReadOnlyList<AnsweredLine> Answers,
    Guid? Report
);

/// <param name="Days">Days between the last days of both windows; null while no new window is known.</param>
public sealed record SlipLine(LocalDate On, Window? From, Window? To, int? Days, IReadOnlyList<DelayReason> Reasons);

/// <summary>A recommendation that a measure answers.</summary>
public sealed record AnsweredLine(Guid Id, string? ReportLabel, string? Number);

/// <param name="Request">The request that is to be answered; null for the follow-up of a report.</param>
public sealed record DueLine(LocalDate On, Guid Report, string ReportLabel, Guid? Request, string? Text);
