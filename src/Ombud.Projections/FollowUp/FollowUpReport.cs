using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Projections.FollowUp;

/// <summary>What has become of the ombud's recommendations: reports, recommendations, answers, measures, and the council.</summary>
/// <param name="Municipality">The municipality's code.</param>
/// <param name="MunicipalityName">The municipality's name.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="AsOf">What was known then.</param>
/// <param name="On">Its day in the municipality: what ages is counted up to it.</param>
/// <param name="Counts">How many of each there are.</param>
/// <param name="Reports">The newest first.</param>
/// <param name="InCases">Recommendations that stand in no report, the newest first.</param>
/// <param name="Measures">Each once, however many recommendations it answers.</param>
/// <param name="OpenRequests">What bodies asked for and did not get, the oldest first, of all reports.</param>
/// <param name="Meetings">Meetings that were planned, by their days; those that were held or cancelled too.</param>
/// <param name="DueNext">What falls due next: accounts with a day, the follow-up of each report that has open recommendations, and planned
/// meetings; also those whose day has passed without a presentation on record.</param>
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
    IReadOnlyList<MeetingLine> Meetings,
    IReadOnlyList<DueLine> DueNext
)
{
    /// <summary>Those of reports and those in cases.</summary>
    [JsonIgnore]
    public IEnumerable<RecommendationLine> Recommendations => Reports.SelectMany(report => report.Recommendations).Concat(InCases);
}

/// <summary>How many there are. The number of measures is that of measures, not of the recommendations they answer.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Recommendations">Recommendations, in reports and in cases.</param>
/// <param name="Open">Recommendations that are not closed.</param>
/// <param name="Unanswered">Open recommendations that the administration has not answered.</param>
/// <param name="Measures">Measures, each once.</param>
/// <param name="Links">How many times a measure answers a recommendation.</param>
/// <param name="OpenRequests">Accounts that bodies asked for and did not get.</param>
public sealed record FollowUpCounts(int Reports, int Recommendations, int Open, int Unanswered, int Measures, int Links, int OpenRequests);

/// <summary>A report, the recommendations in it, and what was done with them.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which of the municipality's reports it is.</param>
/// <param name="Label">The period's name, such as <c>18/19</c>.</param>
/// <param name="Title">Its title; absent where it has none of its own.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">The period's last day.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="FollowUpBy">The last day of the period after: the next report of the kind takes it up.</param>
/// <param name="Presentations">When it was put before whom, in order.</param>
/// <param name="Decisions">What bodies decided, in order.</param>
/// <param name="Requests">The accounts that bodies asked for, in order.</param>
/// <param name="Answers">The administration's answers, in order.</param>
/// <param name="Uncovered">Numbers of the recommendations that no answer covers.</param>
/// <param name="Recommendations">The recommendations in it, by number.</param>
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

/// <summary>A presentation of a report to a body.</summary>
/// <param name="PresentedOn">The day it was presented.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="BodyLabel">The body in the language asked for.</param>
/// <param name="Handling">What the body was asked to do with it.</param>
/// <param name="Note">A note, in words.</param>
public sealed record PresentationLine(LocalDate PresentedOn, string Body, string BodyLabel, Handling Handling, string? Note);

/// <summary>A decision of a body on a report.</summary>
/// <param name="DecidedOn">The day it was decided.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="BodyLabel">The body in the language asked for.</param>
/// <param name="ByCouncil">True for a decision of the council itself: that is the position of its recommendations.</param>
/// <param name="Position">What was decided.</param>
/// <param name="Words">The decision as it was worded.</param>
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

/// <summary>An account that a body asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReportId">The id of the report that it is about.</param>
/// <param name="ReportLabel">The name of the report's period, such as <c>18/19</c>.</param>
/// <param name="AskedOn">The day it was asked for.</param>
/// <param name="Body">Code of the body that asked.</param>
/// <param name="BodyLabel">The body in the language asked for.</param>
/// <param name="Text">What was asked for.</param>
/// <param name="DueOn">The day by which it is to be given; absent where none was set.</param>
/// <param name="AnsweredOn">The day it was given; absent until then.</param>
/// <param name="Answer">What was answered, or where it stands.</param>
/// <param name="AgeDays">Days from the day it was asked to the day it was answered, or to the day that is judged by.</param>
/// <param name="OverdueDays">Days since it should have been answered; null while it is not late.</param>
public sealed record RequestLine(
    Guid Id,
    Guid ReportId,
    string ReportLabel,
    LocalDate AskedOn,
    string Body,
    string BodyLabel,
    string Text,
    LocalDate? DueOn,
    LocalDate? AnsweredOn,
    string? Answer,
    int AgeDays,
    int? OverdueDays
);

/// <summary>An answer of the administration to recommendations of a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AnsweredOn">The day it was answered.</param>
/// <param name="Heading">As the administration wrote it, such as "Ad 1, 2 og 4.".</param>
/// <param name="Title">Its title.</param>
/// <param name="Covers">Numbers of the recommendations that it answers.</param>
/// <param name="Position">The position that it takes.</param>
/// <param name="Text">The answer, in the administration's words.</param>
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
/// <param name="Id">Its id.</param>
/// <param name="ReportId">The report it stands in, or null.</param>
/// <param name="ReportLabel">The name of the report's period, such as <c>18/19</c>.</param>
/// <param name="Number">Its number in the report; absent where it stands in none.</param>
/// <param name="Text">What is recommended, in general form.</param>
/// <param name="Addressees">Units it is meant for; none means all.</param>
/// <param name="AddresseeLabels">The same units in the language asked for.</param>
/// <param name="IssuedOn">The day it was issued.</param>
/// <param name="CouncilPosition">What the council said of it.</param>
/// <param name="CouncilDecidedOn">The day the council decided; absent until then.</param>
/// <param name="AdministrationPosition">What the administration answered.</param>
/// <param name="AnsweredOn">The day it was answered.</param>
/// <param name="UnansweredDays">Days from its issue to the day that is judged by, while it is open and the administration has not
/// answered; absent once it is answered or closed.</param>
/// <param name="Progress">How far it has come, by its measures or as the ombud says.</param>
/// <param name="ProgressStated">True where the ombud says so in place of the measures.</param>
/// <param name="ProgressReason">Why the ombud says so in place of the measures.</param>
/// <param name="OmbudAssessment">What the ombud says has become of it.</param>
/// <param name="AssessedOn">The day the ombud assessed it.</param>
/// <param name="AssessmentNote">What the ombud said with the assessment.</param>
/// <param name="Closure">Whether the ombud still follows it up, or how it ended.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="ClosureReason">Why it was closed.</param>
/// <param name="SupersededBy">The recommendation that took its place.</param>
/// <param name="Measures">The measures that answer it.</param>
public sealed record RecommendationLine(
    Guid Id,
    Guid? ReportId,
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
/// <param name="Id">Its id.</param>
/// <param name="Title">What is done.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Window">When it is to be done.</param>
/// <param name="Slips">Each time it was moved from one window to another, or out of it.</param>
public sealed record MeasureInBrief(Guid Id, string Title, MeasureStatus Status, Window? Window, IReadOnlyList<SlipLine> Slips);

/// <summary>A measure.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is done.</param>
/// <param name="Unit">The unit that carries it out: a code of the municipality's units.</param>
/// <param name="UnitLabel">The unit in the language asked for.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Window">When it is to be done.</param>
/// <param name="Delayed">True where it was postponed, or its window has ended without it being done.</param>
/// <param name="Percent">How much is done; null where nobody said, which is not 0.</param>
/// <param name="StartedOn">The day it was begun.</param>
/// <param name="CompletedOn">The day it was done.</param>
/// <param name="Recurrence">How often it recurs, in words.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="RegisteredOn">The day of the first entry about it.</param>
/// <param name="LoggedOn">The day of the latest entry about it.</param>
/// <param name="Slips">Each time it was moved from one window to another, or out of it.</param>
/// <param name="Answers">The recommendations that it answers.</param>
/// <param name="ReportId">The report that it belongs to as a whole, or null.</param>
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
    Guid? ReportId
);

/// <summary>A measure was moved from one window to another, or out of it.</summary>
/// <param name="On">The day that the delay became known.</param>
/// <param name="From">The window that it was moved from; null where it had none.</param>
/// <param name="To">The window that it was moved to; null while nobody has said.</param>
/// <param name="Days">Days between the last days of both windows; null while no new window is known.</param>
/// <param name="Reasons">Why it was late.</param>
public sealed record SlipLine(LocalDate On, Window? From, Window? To, int? Days, IReadOnlyList<DelayReason> Reasons);

/// <summary>A recommendation that a measure answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReportLabel">The name of the report's period, such as <c>18/19</c>.</param>
/// <param name="Number">Its number in the report; absent where it stands in none.</param>
public sealed record AnsweredLine(Guid Id, string? ReportLabel, string? Number);

/// <summary>Something that falls due.</summary>
/// <param name="On">The day it falls due.</param>
/// <param name="ReportId">The id of the report that it is about; absent where a meeting is about one to come, or about feedback.</param>
/// <param name="ReportLabel">The name of the report's period, such as <c>18/19</c>; absent where a meeting is about feedback.</param>
/// <param name="RequestId">The request that is to be answered; absent for a meeting and for the follow-up of a report.</param>
/// <param name="Text">What was asked for, or the note on a meeting; absent for the follow-up of a report.</param>
/// <param name="Meeting">The planned meeting; absent where it is no meeting.</param>
public sealed record DueLine(LocalDate On, Guid? ReportId, string? ReportLabel, Guid? RequestId, string? Text, MeetingLine? Meeting = null);
