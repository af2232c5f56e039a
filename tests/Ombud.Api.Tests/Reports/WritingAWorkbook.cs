using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

/// <summary>Read back with the library of the format's maker.</summary>
public sealed class WritingAWorkbook(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportReportAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gives_a_sheet_for_every_table_to_the_same_bytes_each_time()
    {
        var answer = (await api.DocumentAsync(MediaTypes.Xlsx)).ShouldBe(200);
        answer.Header("Content-Disposition")!.ShouldContain("drammen-2023-01-01-2023-06-13.xlsx");
        (await api.DocumentAsync(MediaTypes.Xlsx)).Bytes.ShouldBe(answer.Bytes);
        using var workbook = Opened(answer);
        new OpenXmlValidator()
            .Validate(workbook, OmbudApi.Cancel)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
        workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name?.Value).ShouldBe(ReportTables.Names);
    }

    [Fact]
    public async Task gives_numbers_as_numbers_and_shares_as_such()
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx));
        Rows(workbook, "by-month")[..3]
            .ShouldBe([
                ["code", "label", "cases", "percent"],
                ["2023-01", "januar 2023", "9 (General)", "0.111 (0.0%)"],
                ["2023-02", "februar 2023", "15 (General)", "0.185 (0.0%)"],
            ]);
        Rows(workbook, "comparison")[1].ShouldContain(cell => cell.EndsWith("(+0;-0;0)"));
    }

    [Fact]
    public async Task hides_what_the_report_hides()
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx, "&minimumCell=5"));
        Rows(workbook, "by-service-area").SelectMany(row => row).ShouldContain(Api.Tables.Cell.HiddenSign);
    }

    private static SpreadsheetDocument Opened(Answer answer) =>
        SpreadsheetDocument.Open(new MemoryStream(answer.ShouldBe(200).Bytes), isEditable: false);

    /// <summary>Each cell as a text, or as a number with its format.</summary>
    private static List<string[]> Rows(SpreadsheetDocument workbook, string name)
    {
        var (part, styles) = (workbook.WorkbookPart!, workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet);
        var sheet = part.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return
        [
            .. ((WorksheetPart)part.GetPartById(sheet.Id!))
                .Worksheet.Descendants<Row>()
                .Select(row =>
                    row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>()
                        .Select(cell =>
                            cell.CellValue is { } value ? $"{value.Text} ({Format(cell.StyleIndex?.Value ?? 0)})" : cell.InnerText
                        )
                        .ToArray()
                ),
        ];

        string Format(uint style) =>
            styles.CellFormats!.Elements<CellFormat>().ElementAt((int)style).NumberFormatId!.Value is var id and > 0
                ? styles.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == id).FormatCode!.Value!
                : "General";
    }
}
