using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Imports;
using Ombud.Api.Tests.Imports;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>A list imports alike however a spreadsheet saved it, and the first line of the output says what was understood.</summary>
public sealed class S34_ExcelAsItIs(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Header = "number;received_on;channel;matters;within_mandate;closed_on;outcome";

    static S34_ExcelAsItIs() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task with_semicolons_in_windows_1252_dates_with_dots_and_labels_for_codes()
    {
        var (file, number) = (
            "{0}\r\n{1};13.06.2023;Telefon;Klage på for sent svar/ikke svar i det hele tatt;ja;20.6.2023;Medhold\r\n",
            "S34-Å"
        );
        var result = await ImportAsync(Encoding.GetEncoding(1252).GetBytes(string.Format(null, file, Header, number)));
        result.Understood.ShouldBe(
            "CSV in Windows-1252, columns separated by semicolons, days as 13.06.2023, labels of the lists for their codes, with "
                + Header.Replace(";", ", ")
        );
        await IsThereAsync(result, number);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task in_utf_16_with_tabs(string encoding)
    {
        var (utf16, number) = (Encoding.GetEncoding(encoding), $"S34-{encoding}");
        var text = $"{Header}\n{number};2023-06-13;phone;late_or_no_reply;true;2023-06-20;upheld\n".Replace(';', '\t');
        var result = await ImportAsync([.. utf16.Preamble, .. utf16.GetBytes(text)]);
        result.Understood.ShouldBe($"CSV in UTF-16, columns separated by tabs, with {Header.Replace(";", ", ")}");
        await IsThereAsync(result, number);
    }

    [Fact]
    public async Task with_a_line_that_says_what_separates_columns()
    {
        var result = await ImportAsync(
            Encoding.UTF8.GetBytes($"sep=;\r\n{Header}\r\nS34-sep;2023-06-13;phone;late_or_no_reply;true;2023-06-20;upheld\r\n")
        );
        await IsThereAsync(result, "S34-sep");
        var faulty = await ImportAsync(Encoding.UTF8.GetBytes($"sep=;\r\n{Header}\r\nS34-x;13/06/2023;;;;;\r\n"));
        faulty.Faults.Select(fault => (fault.Line, fault.Fault.Field)).ShouldBe([(3, "received_on")]);
    }

    [Fact]
    public async Task as_a_workbook_with_dates_and_truth_values()
    {
        var workbook = await WorkbookFile.OfAsync(
            new WorkbookFile.Page(
                "Saker",
                [
                    Header.Split(';'),
                    [
                        "S34-xlsx",
                        new DateTime(2023, 6, 13),
                        "Telefon",
                        "Klage på for sent svar/ikke svar i det hele tatt",
                        true,
                        new DateTime(2023, 6, 20),
                        "Medhold",
                    ],
                ]
            )
        );
        var result = await ImportAsync(workbook);
        result.Understood.ShouldStartWith("the first sheet of a workbook");
        await IsThereAsync(result, "S34-xlsx");
    }

    private Task<ImportResult> ImportAsync(byte[] file) =>
        api
            .Services.GetRequiredService<Importer>()
            .RunAsync(new("drammen", "list", "importer"), new MemoryStream(file), null, OmbudApi.Cancel);

    private async Task IsThereAsync(ImportResult result, string number)
    {
        result.Faults.ShouldBeEmpty();
        var item = (await api.GetAsync($"/v1/cases/by-number/{Uri.EscapeDataString(number)}")).ShouldBe(200).Json;
        (
            (string?)item["receivedOn"],
            (string?)item["channel"],
            (bool?)item["withinMandate"],
            (string?)item["closedOn"],
            (string?)item["outcome"]
        ).ShouldBe(("2023-06-13", "phone", true, "2023-06-20", "upheld"));
        item["matters"]!.AsArray().Select(matter => (string)matter!).ShouldBe(["late_or_no_reply"]);
    }
}
