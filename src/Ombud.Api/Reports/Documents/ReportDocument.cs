using NodaTime;
using Ombud.Api.Pages;

namespace Ombud.Api.Reports.Documents;

/// <summary>A report as an answer that is not JSON.</summary>
/// <param name="zone">The municipality's, for its moments.</param>
/// <param name="mediaType">One of <see cref="MediaTypes"/>, but for the first.</param>
/// <param name="table">Which table, where it is CSV.</param>
internal sealed class ReportDocument(ReportView view, DateTimeZone zone, string mediaType, string? table) : IResult
{
    public const string Json = "application/json";
    public const string Html = "text/html";
    public const string Csv = "text/csv";
    public const string Zip = "application/zip";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The types that a report can be had as. JSON first: it is meant where nothing is asked for.</summary>
    public static readonly string[] MediaTypes = [Json, Html, Csv, Zip, Xlsx];

    public Task ExecuteAsync(HttpContext httpContext) => Result().ExecuteAsync(httpContext);

    /// <summary>The page as a file, which has no address.</summary>
    public static Task<string> HtmlAsync(IServiceProvider services, ReportView view, DateTimeZone zone) =>
        PageText.OfAsync<ReportPage>(services, new(view.Report.Language, zone), (nameof(ReportPage.View), view));

    private IResult Result() =>
        mediaType switch
        {
            Html => new PageResult<ReportPage>(StatusCodes.Status200OK, new(view.Report.Language, zone), (nameof(ReportPage.View), view))
            {
                Styles = [PageStyle.Pages, PageStyle.Report],
            },
            Csv => TypedResults.Bytes(
                CsvDocument.Of(view.Tables.First(each => each.Name == table)),
                "text/csv; charset=utf-8; header=present",
                $"{Name}-{table}.csv"
            ),
            Xlsx => TypedResults.Bytes(XlsxDocument.Of(view.Tables), Xlsx, $"{Name}.xlsx"),
            _ => TypedResults.Bytes(CsvDocument.Zip(view.Tables), Zip, $"{Name}.zip"),
        };

    private string Name => $"{view.Report.Municipality.Code}-{view.Report.Period.From:uuuu-MM-dd}-{view.Report.Period.To:uuuu-MM-dd}";
}
