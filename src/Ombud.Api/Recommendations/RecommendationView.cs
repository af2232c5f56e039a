using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Api.Recommendations;

/// <summary>A recommendation by itself. What the council said of it and how far the measures have come stands in the follow-up.</summary>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="Addressees">Units it is meant for; none means all.</param>
/// <param name="Answers">The administration's, in order of their days.</param>
/// <param name="StatedProgress">What the ombud says of it in place of the measures; absent where they speak.</param>
internal sealed record RecommendationView(
    Guid Id,
    long Version,
    Guid? Report,
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
