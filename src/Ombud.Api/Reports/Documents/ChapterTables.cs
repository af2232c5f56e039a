using Ombud.Api.FollowUp;
using Ombud.Api.Tables;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.Reports.Documents;

/// <summary>The tables of a published report's chapter on the follow-up.</summary>
internal static class ChapterTables
{
    public const string Recommendations = "recommendations";
    public const string Requests = "council-requests";
    public const string Decisions = "council-decisions";
    public const string Feedback = "feedback";

    public static readonly string[] Names = [Recommendations, Requests, Decisions, Feedback];

    /// <summary>None where the document has no such chapter: it is not published, or was before there was one.</summary>
    public static IEnumerable<DocumentTable> All(FollowUpChapter? chapter, string language) =>
        chapter is null ? [] : Names.Select(name => Of(chapter, name, language));

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static DocumentTable Of(FollowUpChapter chapter, string name, string language) =>
        name switch
        {
            Recommendations => DocumentTable.Of(
                name,
                ChapterWords.FollowedUp,
                chapter.Recommendations,
                ("number", ChapterWords.Number, row => Cell.Text(row.ReportLabel is null ? null : $"{row.ReportLabel} {row.Number}")),
                ("text", ChapterWords.Recommendation, row => Cell.Text(row.Text)),
                ("issued_on", null, row => Cell.Day(row.IssuedOn)),
                ("council_position", ChapterWords.Council, row => Cell.Text(FollowUpWords.Of(row.CouncilPosition).In(language))),
                (
                    "administration_position",
                    ChapterWords.Administration,
                    row => Cell.Text(FollowUpWords.Of(row.AdministrationPosition).In(language))
                ),
                ("progress", ChapterWords.Progress, row => Cell.Text(FollowUpWords.Of(row.Progress).In(language))),
                ("ombud_assessment", ChapterWords.Assessment, row => Cell.Text(FollowUpWords.Of(row.OmbudAssessment).In(language))),
                ("closure", ChapterWords.Closure, row => Cell.Text(FollowUpWords.Of(row.Closure).In(language))),
                ("measures", null, row => Cell.Count(row.Measures.Count))
            ),
            Requests => DocumentTable.Of(
                name,
                ChapterWords.Waiting,
                chapter.Requests,
                ("text", ChapterWords.Request, row => Cell.Text(row.Text)),
                ("body", ChapterWords.Body, row => Cell.Text(row.ByLabel)),
                ("asked_on", ChapterWords.AskedOn, row => Cell.Day(row.AskedOn)),
                ("answered_on", ChapterWords.AnsweredOn, row => Cell.Day(row.AnsweredOn)),
                ("age_days", ChapterWords.Age, row => Cell.Count(row.AgeDays))
            ),
            Decisions => DocumentTable.Of(
                name,
                ChapterWords.Decided,
                chapter.Decisions,
                ("report", ChapterWords.Report, row => Cell.Text(row.Report)),
                ("body", ChapterWords.Body, row => Cell.Text(row.Decision.BodyLabel)),
                ("decided_on", ChapterWords.DecidedOn, row => Cell.Day(row.Decision.DecidedOn)),
                ("position", ChapterWords.Decision, row => Cell.Text(FollowUpWords.Of(row.Decision.Position).In(language))),
                ("words", ChapterWords.Words, row => Cell.Text(row.Decision.Words))
            ),
            Feedback => DocumentTable.Of(
                name,
                ChapterWords.Presented,
                chapter.Feedback,
                ("text", ChapterWords.Feedback, row => Cell.Text(row.Text)),
                ("service_area", ChapterWords.ServiceArea, row => Cell.Text(row.ServiceAreaLabel)),
                ("body", ChapterWords.Body, row => Cell.Text(row.BodyLabel)),
                ("presented_on", ChapterWords.PresentedOn, row => Cell.Day(row.PresentedOn)),
                ("basis", ChapterWords.Basis, row => Cell.Count(row.Basis))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."),
        };
}
