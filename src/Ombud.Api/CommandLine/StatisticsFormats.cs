using NodaTime;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Projections.Statistics;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>The figures of a period.</summary>
/// <param name="zone">The municipality's, for its moments.</param>
internal sealed class StatisticsFormats(StatisticsReport report, DateTimeZone zone) : IReportFormats
{
    public object Json => report;

    public IEnumerable<DocumentTable> Tables => ReportTables.All(report);

    public Instant AsOf => report.AsOf;

    public byte[] Workbook() => ReportWorkbook.Of(new(report), zone);

    public Task<string> HtmlAsync(IServiceProvider services) => ReportDocument.HtmlAsync(services, new(report), zone);

    public void Print(IAnsiConsole console) => new StatisticsPrinter(new(report), new(report.Language, zone), console).Print();
}
