using Ombud.Api.Access;
using Ombud.Api.Streams;
using Ombud.Domain.ReportTexts;
using Ombud.Projections;

namespace Ombud.Api.ReportTexts;

/// <summary>What can be done over HTTP with what the office writes in its reports.</summary>
internal static class ReportTextEndpoints
{
    public static void MapReportTexts(this RouteGroupBuilder v1)
    {
        var texts = v1.MapGroup("/report-texts").WithTags("Reports").RequireScope(Scopes.ReportsWrite);
        ListReportTexts.Map(texts);
        ReadStream.Map(texts, OmbudStreams.ReportText, "report text", ReportTextRefusals.NotFound, ReportTextView.Of);
        ReadHistory.Map(
            texts,
            OmbudStreams.ReportText,
            "report text",
            ReportTextRefusals.NotFound,
            ReportTextView.Of,
            scope: Scopes.ReportsWrite
        );

        new CommandEndpoints<ReportText, ReportTextCommand, ReportTextView>(texts, ReportTextView.Of) { Scope = Scopes.ReportsWrite }
            .MapCreate<BeginReportText>(
                "/v1/report-texts",
                "",
                "beginReportText",
                "Begin the text of a report",
                "Begins what the office writes in a report: an introduction, comments on tables, findings. A report, told by its kind, "
                    + "period and language, has one text. It is a draft with versions until POST /v1/reports publishes one of them with "
                    + "the figures."
            )
            .MapChange<WriteReportText>(
                "sections",
                "writeReportText",
                "Write a section of a report text",
                "Writes the introduction, a comment on a table or a finding, in Markdown, or writes it anew. HTML, images, links that lead "
                    + "elsewhere than to https or mailto, and what tells of a person or a case are refused with their place."
            )
            .MapChange<RemoveReportText>(
                "removals",
                "removeReportText",
                "Take out a section of a report text",
                "Takes the introduction, a comment or a finding out of the text."
            )
            .MapWithdrawal(
                "report text",
                Entries,
                (version, reason, replacement) => new WithdrawReportTextEntry(version, reason, replacement)
            );
    }

    internal static readonly EntryCommands<ReportTextCommand> Entries = new EntryCommands<ReportTextCommand>()
        .Beginning<ReportTextBegun, BeginReportText>()
        // A finding that is replaced is the same finding.
        .Entry<ReportTextWritten, WriteReportText>((entry, body) => body with { FindingId = body.FindingId ?? IdIn(entry, body) })
        .Entry<ReportTextRemoved, RemoveReportText>();

    private static Guid? IdIn(ReportTextWritten entry, WriteReportText body) =>
        body.Section == TextSection.Finding ? entry.FindingId : null;
}
