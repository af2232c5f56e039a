using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Imports;
using SpreadCheetah.Worksheets;
using Sheet = Ombud.Api.Tests.Imports.WorkbookFile.Page;

namespace Ombud.Api.Tests.Imports;

/// <summary>What a workbook has that its values do not tell is refused and named by cell, before anything of it is lost.</summary>
public sealed class ImportingWorkbooks(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly string?[] Header = ["number", "received_on", "channel"];

    [Fact]
    public async Task with_formulas_names_those_below_one_another_together()
    {
        var faults = await FaultsAsync(
            new Sheet("Saker", [Header, ["W-1", "=TODAY()", "phone"], ["W-2", "=TODAY()", "phone"], ["W-3", "2023-03-06", "=C2"]])
        );
        faults.ShouldBe([("Saker!B2:B3", 2, "formula"), ("Saker!C4", 4, "formula")]);
    }

    [Fact]
    public async Task with_merged_cells_names_them() =>
        (await FaultsAsync(new Sheet("Sheet 1", [Header, ["W-1", "2023-03-06", null]]) { Merged = ["B2:C2"] })).ShouldBe([
            ("'Sheet 1'!B2:C2", 2, "merged"),
        ]);

    [Fact]
    public async Task with_hidden_rows_and_columns_names_those_with_something_in_them()
    {
        var options = new WorksheetOptions();
        foreach (var column in new[] { 3, 9 })
            (options.Column(column).Hidden, options.Column(column).Width) = (true, 10);
        var sheet = new Sheet("Saker", [Header, ["W-1", "2023-03-06", "phone"], ["W-2", "2023-03-06", null], [null]])
        {
            Options = options,
            HiddenRows = [3, 4],
        };
        (await FaultsAsync(sheet)).ShouldBe([("Saker!C:C", 1, "hidden"), ("Saker!3:3", 3, "hidden")]);
    }

    [Fact]
    public async Task whose_first_sheet_is_hidden_or_that_has_cases_in_a_second_names_the_sheet()
    {
        var hidden = new WorksheetOptions { Visibility = WorksheetVisibility.Hidden };
        (
            await FaultsAsync(
                new Sheet("Gammel", [Header, ["W-1", "2023-03-06", null]]) { Options = hidden },
                new Sheet("Juni", [Header, ["W-2", "2023-06-06", null]])
            )
        ).ShouldBe([("Gammel!A1", 1, "hidden"), ("Juni!A1", 1, "not_read")]);
    }

    [Fact]
    public async Task with_other_sheets_says_that_they_were_not_read()
    {
        var result = await ImportAsync(
            new Sheet("Saker", [Header, ["W-10", "2023-03-06", "Telefon"]]),
            new Sheet(
                "Lister",
                [
                    ["Kanal"],
                    ["Telefon"],
                ]
            )
            {
                Options = new() { Visibility = WorksheetVisibility.VeryHidden },
            },
            new Sheet(
                "Notater",
                [
                    ["Husk!"],
                ]
            ),
            new Sheet("Ark4", [])
        );
        result.Faults.ShouldBeEmpty();
        result.Understood.ShouldBe(
            "the first sheet of a workbook, not the hidden sheet 'Lister', not the sheet 'Notater', "
                + "labels of the lists for their codes, with number, received_on, channel"
        );
    }

    [Theory]
    [InlineData("Henvendelse", "", "", "Saker!2:2:header:not_the_first_line")]
    [InlineData("Saker i 2023", "Kanal", "", "Saker!2:2:header:not_the_first_line")]
    [InlineData("Saksnummer", "Mottatt", "Kanal", "Saker!2:2:header:second_header")]
    public async Task with_two_header_rows_names_the_second(string a, string b, string c, string expected)
    {
        var result = await ImportAsync(
            new Sheet(
                "Saker",
                [
                    [a, b, c],
                    Header,
                    ["W-1", "2023-03-06", "phone"],
                ]
            )
        );
        result.Faults.Select(fault => $"{fault.Cell}:{fault.Fault.Field}:{fault.Fault.Code}").ShouldBe([expected]);
    }

    [Fact]
    public async Task names_the_cell_of_every_value_that_is_wrong()
    {
        var result = await ImportAsync(
            new Sheet(
                "Saker",
                [
                    ["Saksnummer", "Kanal", "Mottatt"],
                    ["W-1", "røyk\nsignal", "2023-03-06"],
                    ["W-2", "phone", "i går"],
                    ["W-3", "phone", "2023-03-06", "for mye"],
                ]
            )
        );
        result
            .Faults.Select(fault => (fault.ToString().Split(": ")[0], fault.Fault.Code))
            .ShouldBe([("Saker!B2", "unknown_code"), ("Saker!C3", "invalid_value"), ("Saker!4:4", "wrong_count")]);
        var header = await ImportAsync(
            new Sheet(
                "Saker",
                [
                    ["number", "received_on", "farge"],
                    ["W-1", "2023-03-06", "rød"],
                ]
            )
        );
        header.Faults.Select(fault => fault.Cell).ShouldBe(["Saker!C1"]);
    }

    private async Task<(string?, int, string)[]> FaultsAsync(params Sheet[] sheets)
    {
        var result = await ImportAsync(sheets);
        result.Events.ShouldBe(0);
        result.Faults.ShouldAllBe(fault => fault.Fault.Detail.Length > 30);
        return [.. result.Faults.Select(fault => (fault.Cell, fault.Line, fault.Fault.Code))];
    }

    private async Task<ImportResult> ImportAsync(params Sheet[] sheets) =>
        await api
            .Services.GetRequiredService<Importer>()
            .RunAsync(new("drammen", "list.xlsx", "importer"), new MemoryStream(await WorkbookFile.OfAsync(sheets)), null, OmbudApi.Cancel);
}
