using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Api.Recommendations;

/// <summary>A recommendation by itself. What the council said of it and how far the measures have come stands in the follow-up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="ReportId">The report it stands in; absent where it stands in none.</param>
/// <param name="Number">Its number in the report; absent where it stands in none.</param>
/// <param name="Text">What is recommended, in general form.</param>
/// <param name="Addressees">Units it is meant for; none means all.</param>
/// <param name="BasisCases">Ids of the cases that it rests on.</param>
/// <param name="IssuedOn">The day it was issued.</param>
/// <param name="AdministrationPosition">What the administration answered.</param>
/// <param name="Answers">The administration's, in order of their days.</param>
/// <param name="StatedProgress">What the ombud says of it in place of the measures; absent where they speak.</param>
/// <param name="ProgressReason">Why the ombud says so in place of the measures.</param>
/// <param name="OmbudAssessment">What the ombud says has become of it.</param>
/// <param name="AssessedOn">The day the ombud assessed it.</param>
/// <param name="AssessmentNote">What the ombud said with the assessment.</param>
/// <param name="Closure">Whether the ombud still follows it up, or how it ended.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="ClosureReason">Why it was closed.</param>
/// <param name="SupersededBy">The recommendation that took its place.</param>
internal sealed record RecommendationView(
    Guid Id,
    long Version,
    Guid? ReportId,
    string? Number,
    string Text,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<Guid> BasisCases,
    LocalDate IssuedOn,
    AdministrationPosition AdministrationPosition,
    IReadOnlyList<AdministrationAnswer> Answers,
    Progress? StatedProgress,
    string? ProgressReason,
    OmbudAssessment OmbudAssessment,
    LocalDate? AssessedOn,
    string? AssessmentNote,
    Closure Closure,
    LocalDate? ClosedOn,
    string? ClosureReason,
    Guid? SupersededBy
)
{
    public static RecommendationView Of(Guid id, long version, Recommendation state) =>
        new(
            id,
            version,
            state.Report,
            state.Number,
            state.Text,
            state.Addressees,
            state.BasisCases,
            state.IssuedOn,
            state.AdministrationPosition,
            state.Answers,
            state.StatedProgress,
            state.ProgressReason,
            state.Assessment,
            state.AssessedOn,
            state.AssessmentNote,
            state.Closure,
            state.ClosedOn,
            state.ClosureReason,
            state.SupersededBy
        );
}
