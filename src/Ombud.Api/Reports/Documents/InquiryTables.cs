using Ombud.Api.Tables;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>The tables of all inquiries, beside those of the cases among them.</summary>
internal static class InquiryTables
{
    public const string ByMonth = "inquiries-by-month";
    public const string ByType = "inquiries-by-type";
    public const string ByChannel = "inquiries-by-channel";
    public const string ByDeclineReason = "inquiries-by-decline-reason";

    public static readonly string[] Names = [ByMonth, ByType, ByChannel, ByDeclineReason];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>Without rows where a document has no such table: it was published before there was one.</returns>
    public static DocumentTable Of(StatisticsReport report, string name) =>
        name switch
        {
            ByMonth => ReportTables.Counts(name, report.Tables.InquiriesByMonth, ReportWords.Month),
            ByType => ReportTables.Counts(name, report.Tables.InquiriesByType, ReportWords.InquiryType),
            ByChannel => ReportTables.Counts(name, report.Tables.InquiriesByChannel, ReportWords.Channel),
            ByDeclineReason => ReportTables.Counts(name, report.Tables.InquiriesByDeclineReason, ReportWords.DeclineReason),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."),
        };
}
