using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>The ombud's own replies against its own targets.</summary>
internal static class OwnReplyTable
{
    public const string Name = "own-replies";

    /// <summary>Without rows where the office has no targets.</summary>
    public static DocumentTable Of(StatisticsReport report) =>
        DocumentTable.Of(
            Name,
            ReportWords.OwnReplies,
            Rows(report.OwnReplies),
            [
                ("figure", null, row => Cell.Text(row.Code)),
                ("label", ReportWords.OwnReply, row => Cell.Text(row.Label.In(report.Language))),
                ("within", null, row => Cell.Text(row.Target.Within)),
                ("within_label", ReportWords.Target, row => Cell.Text(Term.Parse(row.Target.Within)!.In(report.Language))),
                ("met", ReportWords.Met, row => Cell.Count(row.Target.Replies.Met)),
                ("late", ReportWords.Late, row => Cell.Count(row.Target.Replies.Late)),
                ("none", ReportWords.None, row => Cell.Count(row.Target.Replies.None)),
                ("pending", ReportWords.Pending, row => Cell.Count(row.Target.Replies.Pending)),
                .. ResponseTables.HasMeans(report)
                    ?
                    [
                        (
                            "percent_met",
                            ReportWords.ShareInTime,
                            row =>
                                Cell.Percent(
                                    row.Target.PercentMet,
                                    row.Target.Replies.Met is null || row.Target.Replies.Late is null || row.Target.Replies.None is null
                                )
                        ),
                    ]
                    : Array.Empty<(string, Phrase?, Func<(string Code, Phrase Label, OwnTarget Target), Cell>)>(),
            ]
        );

    private static IEnumerable<(string Code, Phrase Label, OwnTarget Target)> Rows(OwnReplies? replies)
    {
        if (replies?.Acknowledgement is { } acknowledgement)
            yield return ("acknowledgement", ReportWords.Acknowledgement, acknowledgement);
        if (replies?.FirstReply is { } first)
            yield return ("first_reply", ReportWords.FirstReply, first);
    }
}
