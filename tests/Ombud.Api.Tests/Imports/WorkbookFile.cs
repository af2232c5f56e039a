using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Ombud.Api.Tests.Imports;

/// <summary>Makes workbooks as offices have them.</summary>
internal static class WorkbookFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public sealed record Page(string Name, IReadOnlyList<object?[]> Rows)
    {
        public WorksheetOptions Options { get; init; } = new();

        /// <summary>Rows that are hidden, from 1.</summary>
        public int[] HiddenRows { get; init; } = [];

        /// <summary>Ranges such as A1:C1.</summary>
        public string[] Merged { get; init; } = [];
    }

    /// <summary>A cell that begins with = is a formula.</summary>
    public static async Task<byte[]> OfAsync(params Page[] sheets)
    {
        using var file = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(file, cancellationToken: OmbudApi.Cancel))
        {
            foreach (var sheet in sheets)
            {
                await workbook.StartWorksheetAsync(sheet.Name, sheet.Options, OmbudApi.Cancel);
                foreach (var row in sheet.Rows)
                    await workbook.AddRowAsync([.. row.Select(CellOf)], OmbudApi.Cancel);
                foreach (var range in sheet.Merged)
                    workbook.MergeCells(range);
            }
            await workbook.FinishAsync(OmbudApi.Cancel);
        }
        Hide(file, sheets[0].HiddenRows);
        return file.ToArray();
    }

    private static void Hide(MemoryStream file, int[] rows)
    {
        if (rows.Length == 0)
            return;
        using var workbook = SpreadsheetDocument.Open(file, isEditable: true);
        var sheet = workbook.WorkbookPart!.WorksheetParts.First(part => part.Uri.OriginalString.EndsWith("sheet1.xml"));
        foreach (var (row, i) in sheet.Worksheet.Descendants<Row>().Select((row, i) => (row, i)))
            if (rows.Contains(i + 1))
                row.Hidden = true;
    }

    private static SpreadCheetah.Cell CellOf(object? value) =>
        value switch
        {
            DateTime moment => new(moment),
            bool flag => new(flag),
            string and ['=', .. var formula] => new(new SpreadCheetah.Formula(formula), "computed", null),
            _ => new((string?)value),
        };
}
