using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Imports;

namespace Ombud.Api.Tests.Imports;

/// <summary>The workbook to fill in: whatever is chosen in it imports as it is, at the terminal and over HTTP.</summary>
public sealed class TheTemplate(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Address = "/v1/imports/template";

    [Theory]
    [InlineData("drammen", "nb")]
    [InlineData("drammen", "nn")]
    [InlineData("drammen", "en")]
    [InlineData("ringsted", "da")]
    public async Task filled_in_with_every_choice_imports_as_it_is(string municipality, string language)
    {
        var answer = (await api.GetAsync($"{Address}?language={language}", municipality)).ShouldBe(200);
        answer.ContentType.ShouldBe(WorkbookFile.MediaType);
        answer.Header("Content-Language").ShouldBe(language);
        var filled = Filled(answer.Bytes, $"T-{language}", out var rows);

        var result = await api
            .Services.GetRequiredService<Importer>()
            .RunAsync(new(municipality, "filled.xlsx", "importer"), new MemoryStream(filled), null, OmbudApi.Cancel);
        result.Faults.ShouldBeEmpty();
        (result.Lines, result.Streams).ShouldBe((rows, rows));
        result.Understood.ShouldNotBeNull().ShouldContain("labels of the lists for their codes");
        result.Understood.ShouldContain("with number, received_on, channel");

        var item = (await api.GetAsync($"/v1/cases/by-number/T-{language}-1", municipality)).ShouldBe(200).Json;
        ((string?)item["receivedOn"], (bool?)item["withinMandate"]).ShouldBe(("2023-06-13", true));
        foreach (var code in new[] { "channel", "serviceArea" })
            ((string?)item[code]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task filled_in_imports_over_http_too_and_the_import_says_what_was_understood()
    {
        var filled = Filled((await api.GetAsync(Address)).ShouldBe(200).Bytes, "TH", out var rows);
        var accepted = await api.SendFileAsync(filled, WorkbookFile.MediaType);
        accepted.ShouldBe(202).Json["understood"].ShouldBeNull();
        var import = await api.EndOfImportAsync(accepted);
        ((string?)import["state"], (int?)import["lines"]).ShouldBe(("done", rows));
        ((string?)import["understood"])
            .ShouldNotBeNull()
            .ShouldStartWith("the first sheet of a workbook, not the sheet 'Lister', labels of the lists for their codes, with number, ");
        var listed = (await api.GetAsync("/v1/imports?limit=1")).ShouldBe(200).Json["items"]![0]!;
        ((string?)listed["understood"]).ShouldBe((string?)import["understood"]);
    }

    [Theory]
    [InlineData("da", null, "Sagsnummer")]
    [InlineData(null, "en-GB, nb;q=0.5", "Case number")]
    [InlineData(null, null, "Saksnummer")]
    public async Task is_in_the_language_that_is_asked_for(string? language, string? accepted, string first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, language is null ? Address : $"{Address}?language={language}");
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);
        var answer = await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(answer.ShouldBe(200).Bytes), isEditable: false);
        Texts(Sheets(workbook)[0].Worksheet!).First()[0].ShouldBe(first);
    }

    [Fact]
    public async Task is_refused_in_another_language_and_as_another_type()
    {
        (await api.GetAsync($"{Address}?language=sv")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["language"]);
        (await api.GetAsync(Address, accept: "application/json")).ShouldBeProblem(406, "not-acceptable");
    }

    [Fact]
    public async Task empty_is_a_workbook_without_faults_and_an_import_of_nothing()
    {
        var template = (await api.GetAsync(Address)).ShouldBe(200).Bytes;
        using (var workbook = SpreadsheetDocument.Open(new MemoryStream(template), isEditable: false))
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(workbook, OmbudApi.Cancel)
                .Select(fault => fault.Description)
                .ShouldBeEmpty();
        var result = await api
            .Services.GetRequiredService<Importer>()
            .RunAsync(new("drammen", "empty.xlsx", "importer"), new MemoryStream(template), null, OmbudApi.Cancel);
        (result.Faults.Count, result.Lines).ShouldBe((0, 0));
    }

    [Fact]
    public void calls_no_two_columns_the_same()
    {
        foreach (var column in ImportColumns.All)
        foreach (var heading in new[] { column.Name, column.Label.Nb, column.Label.Da, column.Label.En })
            ImportColumns.Find($" {heading.ToUpperInvariant()} ").ShouldBe(column.Name);
    }

    /// <summary>So many rows that each choice of each list is made, as a spreadsheet writes them.</summary>
    private static byte[] Filled(byte[] template, string number, out int rows)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var workbook = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var sheets = Sheets(workbook);
            var (cases, lists) = (sheets[0].Worksheet!, Texts(sheets[1].Worksheet!).ToList());
            var columns = Texts(cases).First().Select(heading => ImportColumns.Find(heading)!).ToList();
            var choices = columns.Select(name => ChoicesOf(cases, lists, columns.IndexOf(name) + 1)).ToList();
            rows = 3 * choices.Max(choice => choice.Count);
            var styles = cases.Descendants<Column>().ToList();
            for (var i = 0; i < rows; i++)
                cases
                    .GetFirstChild<SheetData>()!
                    .AppendChild(
                        new Row(columns.Select((name, column) => Written(ValueOf(name, i, choices[column]), styles[column].Style)))
                    );
            cases.Save();

            string? ValueOf(string column, int row, List<string> offered) =>
                column switch
                {
                    "number" => $"{number}-{row + 1}",
                    // What ends a case in one row, and what declines and forwards it in the next ones.
                    "closed_on" or "outcome" when row % 3 != 0 => null,
                    "declined_on" or "decline_reason" when row % 3 != 1 => null,
                    "forwarded_on" or "forwarded_to" when row % 3 != 2 => null,
                    "received_on" => "2023-06-13",
                    "handler" => "kari",
                    "within_mandate" or "requires_response" or "anonymous" => offered[row % 3 == 0 ? 0 : 1],
                    "power_of_attorney_seen" => null,
                    "matters" or "units" when offered.Count > 1 =>
                        $"{offered[row / 3 % offered.Count]};{offered[(row / 3 + 1) % offered.Count]}",
                    _ when offered.Count > 0 => offered[row / 3 % offered.Count],
                    _ => column.EndsWith("_on") ? "2023-06-20" : null,
                };
        }
        return file.ToArray();
    }

    private static Cell Written(string? value, UInt32Value? style) =>
        value is null ? new Cell { StyleIndex = style }
        : DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Cell { StyleIndex = style, CellValue = new(day.ToOADate()) }
        : new Cell
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new(new Text(value)),
        };

    /// <summary>What the data validation of a column offers.</summary>
    private static List<string> ChoicesOf(Worksheet cases, List<List<string>> lists, int column)
    {
        var letters = SpreadCheetah.SpreadsheetUtility.GetColumnName(column);
        var validation = cases
            .Descendants<DataValidation>()
            .SingleOrDefault(each =>
                each.SequenceOfReferences!.InnerText!.StartsWith($"{letters}2:") && each.Type?.Value == DataValidationValues.List
            );
        if (validation is null)
            return [];
        var range = validation.Formula1!.InnerText!.Split('!')[1].Replace("$", "").Split(':');
        SpreadCheetah.SpreadsheetUtility.TryParseColumnName(range[0].TrimEnd([.. "0123456789"]), out var place).ShouldBeTrue();
        var last = int.Parse(range[1].TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), null);
        return [.. lists.Take(last).Skip(1).Select(row => row[place - 1])];
    }

    private static List<WorksheetPart> Sheets(SpreadsheetDocument workbook) =>
        [
            .. workbook
                .WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Select(sheet => (WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)),
        ];

    private static IEnumerable<List<string>> Texts(Worksheet sheet) =>
        sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList());
}
