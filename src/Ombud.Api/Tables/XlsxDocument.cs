using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ombud.Api.Tables;

/// <summary>
/// Start here: tables as a workbook (ECMA-376) in the language of its cover, a sheet each, to read and to print. Numbers are numbers,
/// whatever the spreadsheet's language; texts are texts, which none runs as a formula.
/// </summary>
internal static class XlsxDocument
{
    /// <summary>The same tables give the same bytes.</summary>
    public static byte[] Of(WorkbookCover cover, IEnumerable<DocumentTable> all)
    {
        var tables = all.ToList();
        var names = SheetNames.Of([cover.Name.In(cover.Language), .. tables.Select(table => table.Title.In(cover.Language))]);
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            // Ids of its own would be random.
            var workbook = file.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "workbook"
            );
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.All();
            foreach (var (i, sheet) in tables.Select(table => XlsxSheet.Of(table, cover)).Prepend(XlsxCover.Of(cover)).Index())
                workbook.AddNewPart<WorksheetPart>(Id(i)).Worksheet = sheet;
            workbook.Workbook = new(
                new Sheets(
                    names
                        .Index()
                        .Select(name => new Sheet
                        {
                            Name = name.Item,
                            SheetId = (uint)name.Index + 1,
                            Id = Id(name.Index),
                        })
                ),
                new DefinedNames(tables.Index().SelectMany(table => Names(table.Index + 1, names[table.Index + 1], table.Item)))
            );
        }
        return Stored(bytes);
    }

    private static string Id(int sheet) => $"sheet{sheet + 1}";

    /// <summary>The rows that are printed on every page, and what is filtered.</summary>
    private static IEnumerable<DefinedName> Names(int sheet, string name, DocumentTable table)
    {
        var quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
        yield return new($"{quoted}!{XlsxSheet.FilteredRange(table, fixedPlace: true)}")
        {
            Name = "_xlnm._FilterDatabase",
            LocalSheetId = (uint)sheet,
            Hidden = true,
        };
        yield return new($"{quoted}!${XlsxSheet.HeadRow}:${XlsxSheet.HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheet };
    }

    /// <summary>The same files without the time of writing.</summary>
    private static byte[] Stored(MemoryStream bytes)
    {
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        return StoredZip.Of(
            zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => (entry.FullName, Content(entry)))
        );
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
