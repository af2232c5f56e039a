using NodaTime;
using Ombud.Api.Pages;
using Ombud.Api.Tables;

namespace Ombud.Api.Reports.Documents;

/// <summary>A report as a workbook: what it is of and how it was counted, then its tables.</summary>
internal static class ReportWorkbook
{
    public static byte[] Of(ReportView view, DateTimeZone zone)
    {
        var format = new TextFormat(view.Report.Language, zone);
        // The first sheet says what the table "about" does, in words.
        return XlsxDocument.Of(Cover(view, format), view.Tables.Where(table => table.Name != "about"));
    }

    private static WorkbookCover Cover(ReportView view, TextFormat format)
    {
        var report = view.Report;
        return new(
            report.Language,
            view.Title ?? format.Text(ReportWords.Title),
            ReportWords.Provenance,
            $"{report.Municipality.Name}, {ReportFacts.Period(report.Period, format)}",
            [
                .. ReportFacts
                    .Cover(report, format)
                    .Concat(ReportFacts.Provenance(view, format).Select(fact => (fact.Name, fact.Value)))
                    .DistinctBy(fact => fact.Name),
            ],
            ReportWords.HowCounted,
            [.. ReportFacts.Definitions(report, format), format.Text(ReportTexts.Knowledge), format.Text(ReportTexts.Digest)]
        );
    }
}
