using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ombud.Api.FollowUp;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Integrity.Json;
using Ombud.Projections.Statistics;
using static Ombud.Api.Tests.Reports.TheReport;
using Said = Ombud.Api.Reports.Documents.ReportTexts;

namespace Ombud.Api.Tests.Reports;

/// <summary>Read back with the library of the format's maker.</summary>
public sealed class WritingAWorkbook(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportReportAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gives_the_same_bytes_each_time()
    {
        var answer = (await api.DocumentAsync(MediaTypes.Xlsx)).ShouldBe(200);
        answer.Header("Content-Disposition")!.ShouldContain("drammen-2023-01-01-2023-06-13.xlsx");
        // A zip file has times to two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), OmbudApi.Cancel);
        (await api.DocumentAsync(MediaTypes.Xlsx)).Bytes.ShouldBe(answer.Bytes);
    }

    [Theory]
    [InlineData("nb", "Saker etter måned", "Opphav")]
    [InlineData("nn", "Saker etter månad", "Opphav")]
    [InlineData("da", "Sager efter måned", "Oprindelse")]
    [InlineData("en", "Cases by month", "Provenance")]
    public async Task gives_a_sheet_for_every_table_with_its_title_headings_and_rows(string language, string months, string first)
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx, $"&language={language}"));
        new OpenXmlValidator()
            .Validate(workbook, OmbudApi.Cancel)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
        var report = JsonSerializer.Deserialize<StatisticsReport>(
            (await api.DocumentAsync(MediaTypes.Json, $"&language={language}")).ShouldBe(200).Json.ToJsonString(),
            EventJson.Options
        )!;
        var tables = ReportTables.All(report).Where(table => table.Name != "about").ToList();
        var names = Sheets(workbook).Select(sheet => sheet.Name!.Value!).ToList();
        names.ShouldContain(months);
        names[0].ShouldBe(first);
        names.Count.ShouldBe(1 + tables.Count);
        names.ShouldAllBe(name => name.Length <= 31);
        foreach (var (name, table) in names.Skip(1).Zip(tables))
        {
            var rows = Rows(workbook, name);
            rows[0].ShouldBe([table.Title.In(language)]);
            rows[1][0].ShouldStartWith("Drammen kommune, ");
            rows[3].ShouldBe(table.Columns.Select(column => ColumnWords.HeadingOf(column).In(language)), name);
            rows.Count.ShouldBe(4 + table.Rows.Count, name);
            foreach (var (row, expected) in rows.Skip(4).Zip(table.Rows))
                row.Length.ShouldBe(expected.Count);
        }
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task says_first_what_it_is_of_and_what_its_figures_mean(string language)
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx, $"&language={language}"));
        var said = string.Join('\n', Rows(workbook, Sheets(workbook).First().Name!.Value!).Select(row => string.Join(" = ", row)));
        var digest = (string)(await api.DocumentAsync(MediaTypes.Json, $"&language={language}")).Json["digest"]!;
        foreach (
            var words in new[]
            {
                ReportWords.Title.In(language),
                "Drammen kommune (drammen)",
                $"{ReportWords.Digest.In(language)} = {digest}",
                $"{ReportWords.Address.In(language)} = /v1/reports/statistics?from=2023-01-01",
                "(Europe/Oslo)",
                Said.Case.In(language),
                Said.Rounded.In(language),
                Said.AllShown.In(language),
            }
        )
            said.ShouldContain(words);
    }

    [Fact]
    public async Task keeps_headings_in_sight_filters_rows_and_prints_one_page_wide()
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx));
        var defined = workbook.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().ToList();
        foreach (var (place, sheet) in Sheets(workbook).Index().Skip(1))
        {
            var written = Part(workbook, sheet).Worksheet;
            var pane = written.Descendants<Pane>().Single();
            (pane.State!.Value, pane.VerticalSplit!.Value).ShouldBe((PaneStateValues.Frozen, 4));
            written.Elements<AutoFilter>().Single().Reference!.Value!.ShouldStartWith("A4:");
            written.Descendants<PageSetupProperties>().Single().FitToPage!.Value.ShouldBeTrue();
            var setup = written.Elements<PageSetup>().Single();
            (setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value, setup.PaperSize!.Value).ShouldBe(
                (OrientationValues.Landscape, 1u, 0u, 9u)
            );
            written
                .Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>()
                .ShouldAllBe(column => column.Width! >= 9 && column.Width! <= 60);
            defined
                .Single(name => name.Name == "_xlnm.Print_Titles" && name.LocalSheetId! == (uint)place)
                .Text.ShouldBe($"'{sheet.Name!.Value}'!$4:$4");
        }
    }

    [Fact]
    public async Task gives_numbers_as_numbers_and_shares_as_such()
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx));
        Rows(workbook, "Saker etter måned")[3..6]
            .ShouldBe([
                ["Kode", "Måned", "Saker", "Andel"],
                ["2023-01", "januar 2023", "9 (#,##0)", "0.111 (0.0%)"],
                ["2023-02", "februar 2023", "15 (#,##0)", "0.185 (0.0%)"],
            ]);
        Rows(workbook, "Sammenlignet med året før")[4].ShouldContain(cell => cell.EndsWith("(+#,##0;\\-#,##0;0)"));
    }

    [Fact]
    public async Task hides_what_the_report_hides()
    {
        using var workbook = Opened(await api.DocumentAsync(MediaTypes.Xlsx, "&minimumCell=5"));
        Rows(workbook, "Saker etter tjenesteområde").SelectMany(row => row).ShouldContain(Api.Tables.Cell.HiddenSign);
    }

    [Theory]
    [InlineData(new[] { "A/B [c]: *d?", "'x'" }, new[] { "A B  c    d", "x" })]
    [InlineData(
        new[] { "Hva sakene gjelder i hvert område", "Hva sakene gjelder i hver enhet for seg", "hva sakene gjelder i hver annen" },
        new[] { "Hva sakene gjelder i hvert…", "Hva sakene gjelder i hver…", "hva sakene gjelder i hver annen" }
    )]
    [InlineData(
        new[] { "Samme navn på to ark i arbeidsboken", "Samme navn på to ark i arbeidsboka" },
        new[] { "Samme navn på to ark i…", "Samme navn på to ark i… (2)" }
    )]
    public void names_sheets_as_a_spreadsheet_takes_them(string[] titles, string[] names) =>
        Api.Tables.SheetNames.Of(titles).ShouldBe(names);

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task has_a_heading_for_every_column_of_the_follow_up_and_its_days_are_days(string language)
    {
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel), "ringsted")
        ).Faults.ShouldBeEmpty();
        var followUp = JsonSerializer.Deserialize<Projections.FollowUp.FollowUpReport>(
            (await api.GetAsync($"/v1/follow-up?language={language}", "ringsted")).ShouldBe(200).Json.ToJsonString(),
            EventJson.Options
        )!;
        var title = new Domain.Phrase("T", "T", "T");
        var cover = new WorkbookCover(language, "T", title, "T", [], title, []);
        using var workbook = Opened(XlsxDocument.Of(cover, FollowUpTables.All(followUp)));
        new OpenXmlValidator().Validate(workbook, OmbudApi.Cancel).ShouldBeEmpty();
        Rows(workbook, FollowUpTableTitles.Reports.In(language))[4].ShouldContain(cell => cell.EndsWith("(yyyy\\-mm\\-dd)"));
    }

    private static SpreadsheetDocument Opened(Answer answer) => Opened(answer.ShouldBe(200).Bytes);

    private static SpreadsheetDocument Opened(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<Sheet> Sheets(SpreadsheetDocument workbook) => workbook.WorkbookPart!.Workbook.Descendants<Sheet>();

    private static WorksheetPart Part(SpreadsheetDocument workbook, Sheet sheet) =>
        (WorksheetPart)workbook.WorkbookPart!.GetPartById(sheet.Id!);

    /// <summary>Each cell as a text, or as a number with its format.</summary>
    private static List<string[]> Rows(SpreadsheetDocument workbook, string name)
    {
        var styles = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var sheet = Sheets(workbook).Single(sheet => sheet.Name == name);
        return
        [
            .. Part(workbook, sheet)
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
