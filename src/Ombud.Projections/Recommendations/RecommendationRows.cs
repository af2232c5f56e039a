using NodaTime;
using Ombud.Domain.Recommendations;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Recommendations;

/// <summary>One row for each recommendation, and one for each answer that it got.</summary>
public static class RecommendationRows
{
    public static ReadModel<Recommendation, RecommendationRow> Recommendations { get; } =
        new(
            "recommendations",
            Rows,
            _ => "",
            [
                new(
                    "number",
                    "(tenant_id, report, number) where recorded_to = 'infinity' and report is not null",
                    Unique: true,
                    RecommendationRefusals.NumberTaken
                ),
                new("history", "(tenant_id, recorded_from)"),
            ]
        );

    public static ReadModel<Recommendation, AnswerRow> Answers { get; } =
        new("administration_answers", AnswersOf, answer => answer.AnswerId.ToString("N"), [new("history", "(tenant_id, recorded_from)")]);

    public static IEnumerable<RecommendationRow> Rows(Recommendation state) =>
        [
            new(
                state.Report,
                state.Number,
                state.IssuedOn,
                state.Text,
                state.Addressees,
                state.BasisCases,
                state.AdministrationPosition,
                state.Assessment,
                state.AssessedOn,
                state.AssessmentNote,
                state.StatedProgress,
                state.ProgressReason,
                state.Closure,
                state.ClosedOn,
                state.ClosureReason,
                state.SupersededBy
            ),
        ];

    private static IEnumerable<AnswerRow> AnswersOf(Recommendation state) =>
        state.Answers.Select(answer => new AnswerRow(
            answer.Id,
            answer.AnsweredOn,
            answer.Heading,
            answer.Title,
            answer.Covers,
            answer.Position,
            answer.Text
        ));
}

/// <param name="StatedProgress">What the ombud says in place of the measures; null where they speak.</param>
public sealed record RecommendationRow(
    Guid? Report,
    string? Number,
    LocalDate IssuedOn,
    string Text,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<Guid> BasisCases,
    AdministrationPosition AdministrationPosition,
    OmbudAssessment Assessment,
    LocalDate? AssessedOn,
    string? AssessmentNote,
    Progress? StatedProgress,
    string? ProgressReason,
    Closure Closure,
    LocalDate? ClosedOn,
    string? ClosureReason,
    Guid? SupersededBy
);

/// <summary>An answer as one of the recommendations that it covers has it.</summary>
public sealed record AnswerRow(
    Guid AnswerId,
    LocalDate AnsweredOn,
    string? Heading,
    string? Title,
    IReadOnlyList<Guid> Covers,
    AdministrationPosition? Position,
    string? Text
);
