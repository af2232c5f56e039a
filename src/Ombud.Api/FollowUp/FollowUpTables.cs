using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>The follow-up as tables for a spreadsheet: codes and ISO dates in every language.</summary>
internal static class FollowUpTables
{
    public static readonly string[] Names = ["reports", "recommendations", "answers", "measures", "links", "slips", "council", "meetings"];

    public static IEnumerable<DocumentTable> All(FollowUpReport followUp) => Names.Select(name => Of(followUp, name));

    public static FileContentHttpResult File(FollowUpReport followUp, string mediaType, string? table)
    {
        var name = $"{followUp.Municipality}-follow-up-{followUp.On:uuuu-MM-dd}";
        return mediaType == MediaTypes.Csv
            ? TypedResults.Bytes(CsvDocument.Of(Of(followUp, table!)), MediaTypes.CsvWithHeader, $"{name}-{table}.csv")
            : TypedResults.Bytes(CsvDocument.Zip(All(followUp)), MediaTypes.Zip, $"{name}.zip");
    }

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static DocumentTable Of(FollowUpReport followUp, string name) =>
        name switch
        {
            "reports" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Reports,
                followUp.Reports,
                ("report", null, row => Cell.Text(row.Label)),
                ("kind", null, row => Code(row.Kind)),
                ("title", null, row => Cell.Text(row.Title)),
                ("period_from", null, row => Cell.Day(row.From)),
                ("period_to", null, row => Cell.Day(row.To)),
                ("published_on", null, row => Cell.Day(row.PublishedOn)),
                ("follow_up_by", null, row => Cell.Day(row.FollowUpBy)),
                ("recommendations", null, row => Cell.Count(row.Recommendations.Count)),
                ("uncovered", null, row => Cell.Text(string.Join(' ', row.Uncovered)))
            ),
            "recommendations" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Recommendations,
                followUp.Recommendations,
                ("id", null, row => Cell.Text($"{row.Id}")),
                ("report", null, row => Cell.Text(row.ReportLabel)),
                ("number", null, row => Cell.Text(row.Number)),
                ("text", null, row => Cell.Text(row.Text)),
                ("addressees", null, row => Cell.Text(string.Join(' ', row.Addressees))),
                ("issued_on", null, row => Cell.Day(row.IssuedOn)),
                ("council_position", null, row => Code(row.CouncilPosition)),
                ("administration_position", null, row => Code(row.AdministrationPosition)),
                ("unanswered_days", null, row => Number(row.UnansweredDays)),
                ("progress", null, row => Code(row.Progress)),
                ("progress_stated", null, row => Cell.Text(row.ProgressStated ? "true" : "false")),
                ("ombud_assessment", null, row => Code(row.OmbudAssessment)),
                ("closure", null, row => Code(row.Closure)),
                ("closed_on", null, row => Cell.Day(row.ClosedOn)),
                ("measures", null, row => Cell.Count(row.Measures.Count))
            ),
            "answers" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Answers,
                followUp.Reports.SelectMany(report => report.Answers.Select(answer => (Report: report, Answer: answer))),
                ("report", null, row => Cell.Text(row.Report.Label)),
                ("answered_on", null, row => Cell.Day(row.Answer.AnsweredOn)),
                ("heading", null, row => Cell.Text(row.Answer.Heading)),
                ("title", null, row => Cell.Text(row.Answer.Title)),
                ("covers", null, row => Cell.Text(string.Join(' ', row.Answer.Covers))),
                ("position", null, row => Code(row.Answer.Position)),
                ("text", null, row => Cell.Text(row.Answer.Text))
            ),
            "measures" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Measures,
                followUp.Measures,
                ("id", null, row => Cell.Text($"{row.Id}")),
                ("title", null, row => Cell.Text(row.Title)),
                ("unit", null, row => Cell.Text(row.Unit)),
                ("status", null, row => Code(row.Status)),
                ("window_from", null, row => Cell.Day(row.Window?.From)),
                ("window_to", null, row => Cell.Day(row.Window?.To)),
                ("window_words", null, row => Cell.Text(row.Window?.Words)),
                ("delayed", null, row => Cell.Text(row.Delayed ? "true" : "false")),
                ("percent", null, row => Number(row.Percent)),
                ("started_on", null, row => Cell.Day(row.StartedOn)),
                ("completed_on", null, row => Cell.Day(row.CompletedOn)),
                ("recurrence", null, row => Cell.Text(row.Recurrence)),
                ("logged_on", null, row => Cell.Day(row.LoggedOn)),
                ("recommendations", null, row => Cell.Count(row.Answers.Count))
            ),
            "links" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Links,
                followUp.Measures.SelectMany(measure => measure.Answers.Select(answered => (Measure: measure, Answered: answered))),
                ("measure", null, row => Cell.Text($"{row.Measure.Id}")),
                ("title", null, row => Cell.Text(row.Measure.Title)),
                ("report", null, row => Cell.Text(row.Answered.ReportLabel)),
                ("number", null, row => Cell.Text(row.Answered.Number)),
                ("recommendation", null, row => Cell.Text($"{row.Answered.Id}"))
            ),
            "slips" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Slips,
                followUp.Measures.SelectMany(measure => measure.Slips.Select(slip => (Measure: measure, Slip: slip))),
                ("measure", null, row => Cell.Text($"{row.Measure.Id}")),
                ("title", null, row => Cell.Text(row.Measure.Title)),
                ("slipped_on", null, row => Cell.Day(row.Slip.On)),
                ("old_from", null, row => Cell.Day(row.Slip.From?.From)),
                ("old_to", null, row => Cell.Day(row.Slip.From?.To)),
                ("old_words", null, row => Cell.Text(row.Slip.From?.Words)),
                ("new_from", null, row => Cell.Day(row.Slip.To?.From)),
                ("new_to", null, row => Cell.Day(row.Slip.To?.To)),
                ("new_words", null, row => Cell.Text(row.Slip.To?.Words)),
                ("days", null, row => Number(row.Slip.Days)),
                ("reasons", null, row => Cell.Text(string.Join(' ', row.Slip.Reasons.Select(reason => Codes.Of(reason)))))
            ),
            "council" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Council,
                followUp.Reports.SelectMany(Council),
                ("report", null, row => Cell.Text(row.Report)),
                ("what", null, row => Cell.Text(row.What)),
                ("day", null, row => Cell.Day(row.Day)),
                ("body", null, row => Cell.Text(row.Body)),
                ("kind", null, row => Cell.Text(row.Kind)),
                ("text", null, row => Cell.Text(row.Text)),
                ("due_on", null, row => Cell.Day(row.DueOn)),
                ("answered_on", null, row => Cell.Day(row.AnsweredOn)),
                ("age_days", null, row => Number(row.AgeDays))
            ),
            "meetings" => DocumentTable.Of(
                name,
                FollowUpTableTitles.Meetings,
                followUp.Meetings,
                ("id", null, row => Cell.Text($"{row.Id}")),
                ("meeting_on", null, row => Cell.Day(row.MeetingOn)),
                ("body", null, row => Cell.Text(row.Body)),
                ("handling", null, row => Cell.Text(row.Handling is { } handling ? Codes.Of(handling) : null)),
                ("state", null, row => Code(row.State)),
                ("report", null, row => Cell.Text(row.ReportLabel)),
                ("kind", null, row => Cell.Text(row.Kind is { } kind ? Codes.Of(kind) : null)),
                ("feedback", null, row => Cell.Text(row.FeedbackId?.ToString())),
                ("note", null, row => Cell.Text(row.Note)),
                ("planned_on", null, row => Cell.Day(row.PlannedOn)),
                ("cancelled_on", null, row => Cell.Day(row.CancelledOn)),
                ("reason", null, row => Cell.Text(row.Reason))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."),
        };

    private sealed record Step(
        string Report,
        string What,
        LocalDate Day,
        string Body,
        string? Kind,
        string? Text,
        LocalDate? DueOn = null,
        LocalDate? AnsweredOn = null,
        int? AgeDays = null
    );

    private static IEnumerable<Step> Council(ReportFollowUp report) =>
        report
            .Presentations.Select(each => new Step(
                report.Label,
                "presentation",
                each.PresentedOn,
                each.Body,
                Codes.Of(each.Handling),
                each.Note
            ))
            .Concat(
                report.Decisions.Select(each => new Step(
                    report.Label,
                    "decision",
                    each.DecidedOn,
                    each.Body,
                    Codes.Of(each.Position),
                    each.Words
                ))
            )
            .Concat(
                report.Requests.Select(each => new Step(
                    report.Label,
                    "request",
                    each.AskedOn,
                    each.Body,
                    null,
                    each.Text,
                    each.DueOn,
                    each.AnsweredOn,
                    each.AgeDays
                ))
            )
            .OrderBy(step => step.Day);

    private static Cell Code(Enum code) => Cell.Text(Codes.Of(code));

    private static Cell Number(int? number) => new(CellKind.Count, number);
}
