using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Projections.FollowUp;

/// <summary>
/// A recommendation on its four axes, and whether it is closed, as a published document has it: its fields keep their names for
/// ever.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">The report it stands in, or null.</param>
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
public sealed record PublishedRecommendation(
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
)
{
    public static PublishedRecommendation Of(RecommendationLine line) =>
        new(
            line.Id,
            line.ReportId,
            line.ReportLabel,
            line.Number,
            line.Text,
            line.Addressees,
            line.AddresseeLabels,
            line.IssuedOn,
            line.CouncilPosition,
            line.CouncilDecidedOn,
            line.AdministrationPosition,
            line.AnsweredOn,
            line.UnansweredDays,
            line.Progress,
            line.ProgressStated,
            line.ProgressReason,
            line.OmbudAssessment,
            line.AssessedOn,
            line.AssessmentNote,
            line.Closure,
            line.ClosedOn,
            line.ClosureReason,
            line.SupersededBy,
            line.Measures
        );
}

/// <summary>An account that a body asked for, as a published document has it: its fields keep their names for ever.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">The id of the report that it is about.</param>
/// <param name="ReportLabel">The name of the report's period, such as <c>18/19</c>.</param>
/// <param name="AskedOn">The day it was asked for.</param>
/// <param name="By">Code of the body that asked.</param>
/// <param name="ByLabel">The body in the language asked for.</param>
/// <param name="Text">What was asked for.</param>
/// <param name="DueOn">The day by which it is to be given; absent where none was set.</param>
/// <param name="AnsweredOn">The day it was given; absent until then.</param>
/// <param name="Answer">What was answered, or where it stands.</param>
/// <param name="AgeDays">Days from the day it was asked to the day it was answered, or to the day that is judged by.</param>
/// <param name="OverdueDays">Days since it should have been answered; null while it is not late.</param>
public sealed record PublishedRequest(
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
)
{
    public static PublishedRequest Of(RequestLine line) =>
        new(
            line.Id,
            line.ReportId,
            line.ReportLabel,
            line.AskedOn,
            line.Body,
            line.BodyLabel,
            line.Text,
            line.DueOn,
            line.AnsweredOn,
            line.Answer,
            line.AgeDays,
            line.OverdueDays
        );
}
