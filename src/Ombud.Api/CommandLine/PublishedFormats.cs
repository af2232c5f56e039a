using System.Text.Json;
using NodaTime;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Domain.Reports;
using Ombud.Integrity.Json;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>A published report, with what the office wrote in it.</summary>
/// <param name="zone">The municipality's, for its moments.</param>
internal sealed class PublishedFormats(Guid id, ReportPublished published, DateTimeZone zone) : IReportFormats
{
    private readonly ReportView _view = ReportView.Of(
        id,
        published,
        JsonSerializer.Deserialize<Projections.Publications.ReportDocument>(published.Document, EventJson.Options)!,
        null
    );

    public object Json => published.Document;

    public string JsonText => published.Document;

    public IEnumerable<DocumentTable> Tables => _view.Tables;

    public Instant AsOf => published.AsOf;

    public byte[] Workbook() => ReportWorkbook.Of(_view, zone);

    public Task<string> HtmlAsync(IServiceProvider services) => ReportDocument.HtmlAsync(services, _view, zone);

    public void Print(IAnsiConsole console) => new StatisticsPrinter(_view, new(_view.Report.Language, zone), console).Print();
}
