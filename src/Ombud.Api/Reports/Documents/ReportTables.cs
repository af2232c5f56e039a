using Ombud.Api.Deadlines;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>Start here: the tables of a report. Every document shows these, so that no two of them can differ.</summary>
internal static class ReportTables
{
    public static readonly string[] Names =
    [
        "about",
        "key-figures",
        "by-month",
        "by-service-area",
        "by-matter",
        CrossTables.Name,
        "by-unit",
        CrossTables.ByUnit,
        "by-channel",
        "by-referral-source",
        "by-outcome",
        InquiryTables.ByMonth,
        InquiryTables.ByType,
        InquiryTables.ByChannel,
        InquiryTables.ByDeclineReason,
        "flow",
        "open-by-age",
        "processing-time",
        OwnReplyTable.Name,
        "response-times-by-rule",
        "response-times-by-unit",
        "comparison",
        "period-before",
    ];

    /// <summary>Those that a published report can have.</summary>
    public static readonly string[] OfPublished = [.. Names, .. ChapterTables.Names];

    /// <summary>Every table that the report has, in the order of <see cref="Names"/>.</summary>
    public static IEnumerable<DocumentTable> All(StatisticsReport report) =>
        Names.Where(name => Has(report, name)).Select(name => Of(report, name));

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static DocumentTable Of(StatisticsReport report, string name) =>
        name switch
        {
            "about" => KeyTables.About(report),
            "key-figures" => KeyTables.KeyFigures(report),
            "by-month" => Counts(name, report.Tables.ByMonth, ReportWords.Month),
            "by-service-area" => Counts(name, report.Tables.ByServiceArea, ReportWords.ServiceArea),
            "by-matter" => Matters(name, report),
            CrossTables.Name => CrossTables.Of(report),
            "by-unit" => Counts(name, report.Tables.ByUnit, BoardWords.Unit),
            CrossTables.ByUnit => CrossTables.ByUnitOf(report),
            "open-by-age" => Counts(name, report.Tables.OpenByAge, ReportWords.Age),
            OwnReplyTable.Name => OwnReplyTable.Of(report),
            "by-channel" => Counts(name, report.Tables.ByChannel, ReportWords.Channel),
            "by-referral-source" => Counts(name, report.Tables.ByReferralSource, ReportWords.ReferralSource),
            "by-outcome" => Counts(name, report.Tables.ByOutcome, ReportWords.Outcome),
            InquiryTables.ByMonth => Counts(name, report.Tables.InquiriesByMonth, ReportWords.Month),
            InquiryTables.ByType => Counts(name, report.Tables.InquiriesByType, ReportWords.InquiryType),
            InquiryTables.ByChannel => Counts(name, report.Tables.InquiriesByChannel, ReportWords.Channel),
            InquiryTables.ByDeclineReason => Counts(name, report.Tables.InquiriesByDeclineReason, ReportWords.DeclineReason),
            "flow" => KeyTables.Flow(report),
            "processing-time" => ResponseTables.ProcessingTime(report),
            "response-times-by-rule" => ResponseTables.ByRule(name, report.ResponseTime.ByRule, report.Language),
            "response-times-by-unit" => ResponseTables.ByUnit(report),
            "comparison" => KeyTables.Comparison(name, report.Comparison, ReportWords.YearBefore, report.Language),
            "period-before" => KeyTables.Comparison(name, report.PeriodBefore, ReportWords.PeriodBefore, report.Language),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."),
        };

    /// <summary>False where a document was published before there was such a table.</summary>
    public static bool Has(StatisticsReport report, string name) =>
        name switch
        {
            CrossTables.Name => report.Tables.AreaByMatter is not null,
            OwnReplyTable.Name => report.OwnReplies is not null,
            "by-unit" or CrossTables.ByUnit or "open-by-age" => report.Tables.ByUnit is not null,
            _ => !InquiryTables.Names.Contains(name) || report.Tables.InquiriesByType is not null,
        };

    /// <summary>Without rows where a document has no such table.</summary>
    private static DocumentTable Counts(string name, StatisticsTable? table, Phrase heading) =>
        DocumentTable.Of(
            name,
            table?.Rows ?? [],
            ("code", null, row => Cell.Text(row.Code)),
            ("label", heading, row => Cell.Text(row.Label)),
            (table?.Base ?? "inquiries", ReportWords.Counts(table?.Base), row => Cell.Count(row.Count)),
            ("percent", ReportWords.Share, row => Cell.Percent(row.Percent, row.Count is null || table?.BaseCount is null))
        );

    private static DocumentTable Matters(string name, StatisticsReport report)
    {
        var table = report.Tables.ByMatter;
        return DocumentTable.Of(
            name,
            table.Rows,
            ("code", null, row => Cell.Text(row.Code)),
            ("label", ReportWords.Matter, row => Cell.Text(row.Label)),
            ("cases", ReportWords.Cases, row => Cell.Count(row.Count)),
            ("percent", ReportWords.ShareOfCases, row => Cell.Percent(row.Percent, row.Count is null || table.BaseCount is null)),
            (
                "percent_of_matters",
                ReportWords.ShareOfMatters,
                row => Cell.Percent(row.PercentOfMatters, row.Count is null || report.Matters is null)
            )
        );
    }
}
