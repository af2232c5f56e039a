using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Pdf;
using Ombud.Api.Tables;

namespace Ombud.Api.Reports.Documents;

/// <summary>A report as an answer that is not JSON.</summary>
/// <param name="zone">The municipality's, for its moments.</param>
/// <param name="mediaType">One of <see cref="Types"/>, but for the first.</param>
/// <param name="table">Which table, where it is CSV.</param>
/// <param name="dialect">How CSV is written.</param>
internal sealed class ReportDocument(ReportView view, DateTimeZone zone, string mediaType, string? table, CsvDialect dialect) : IResult
{
    /// <summary>The types that a report can be had as. JSON first: it is meant where nothing is asked for.</summary>
    public static readonly string[] Types =
    [
        MediaTypes.Json,
        MediaTypes.Html,
        MediaTypes.Csv,
        MediaTypes.Zip,
        MediaTypes.Xlsx,
        MediaTypes.Pdf,
        MediaTypes.JsonStat,
    ];

    public async Task ExecuteAsync(HttpContext httpContext) =>
        await (mediaType == MediaTypes.Pdf ? await PdfAsync(httpContext.RequestServices) : Result()).ExecuteAsync(httpContext);

    /// <summary>The page as a file, which has no address.</summary>
    public static Task<string> HtmlAsync(IServiceProvider services, ReportView view, DateTimeZone zone) =>
        PageRenderer.RenderAsync<ReportPage>(services, new(view.Report.Language, zone), null, (nameof(ReportPage.View), view));

    private async Task<IResult> PdfAsync(IServiceProvider services) =>
        TypedResults.Bytes(
            PagePdf.Of(await HtmlAsync(services, view with { Address = null }, zone), view.Report.AsOf),
            MediaTypes.Pdf,
            $"{Name}.pdf"
        );

    private IResult Result() =>
        mediaType switch
        {
            MediaTypes.Html => new PageResult<ReportPage>(
                StatusCodes.Status200OK,
                // The report is written in its own language, whatever the reader's is.
                new(view.Address?.Language ?? view.Report.Language, zone),
                (nameof(ReportPage.View), view)
            )
            {
                Styles = [PageStyle.Pages, PageStyle.Report],
            },
            MediaTypes.Csv => TypedResults.Bytes(
                CsvDocument.Of(view.Tables.First(each => each.Name == table), dialect),
                MediaTypes.CsvWithHeader,
                $"{Name}-{table}.csv"
            ),
            MediaTypes.JsonStat => TypedResults.Text(JsonStatDocument.Of(view.Report).ToJsonString(), MediaTypes.JsonStat),
            MediaTypes.Xlsx => TypedResults.Bytes(ReportWorkbook.Of(view, zone), MediaTypes.Xlsx, $"{Name}.xlsx"),
            _ => TypedResults.Bytes(CsvDocument.Zip(view.Tables, dialect), MediaTypes.Zip, $"{Name}.zip"),
        };

    private string Name => $"{view.Report.Municipality.Code}-{view.Report.Period.From:uuuu-MM-dd}-{view.Report.Period.To:uuuu-MM-dd}";
}
