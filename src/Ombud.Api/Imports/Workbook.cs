using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Ombud.Api.Imports;

/// <summary>
/// A workbook (XLSX) as the CSV that it would be saved as: the first sheet, dates in ISO 8601, each row one line. What would be lost on the
/// way is a fault.
/// </summary>
internal static class Workbook
{
    // What a workbook of 50 MB can be unpacked to knows no limit but this one.
    private const int MostCharacters = 200_000_000;

    private const string Visible = "visible";

    // The reader's settings name an encoding of Windows, whatever the file.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <returns>The text, or null where it is no workbook or too large.</returns>
    public static FileText? Read(MemoryStream file)
    {
        try
        {
            file.Position = 0;
            var form = WorkbookForm.Read(new MemoryStream(file.GetBuffer(), 0, (int)file.Length, writable: false), MostCharacters);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new() { LeaveOpen = true });
            var (sheet, hidden) = (new Sheet(reader.Name), reader.VisibleState != Visible);
            var (text, faults) = (new StringBuilder(), new List<LineFault>());
            if (hidden)
                faults.Add(
                    At(
                        sheet.First,
                        1,
                        "sheet",
                        "hidden",
                        "This sheet is hidden. Show it, or move the one that is meant to the first place."
                    )
                );
            for (var row = 1; reader.Read(); row++)
            {
                var cells = CellsOf(reader);
                text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
                if (text.Length > MostCharacters)
                    return null;
                if (row == 1)
                    faults.AddRange(HiddenColumns(sheet, form, cells));
                if (form.IsHiddenRow(row) && cells.Any(cell => cell.Length > 0))
                    faults.Add(At(sheet.Row(row), row, "row", "hidden", "This row is hidden, by a filter perhaps. Show it, or delete it."));
            }
            faults.AddRange(Formulas(sheet, form));
            faults.AddRange(Merged(sheet, form));
            var (others, lost) = OtherSheets(reader);
            faults.AddRange(lost);
            return new(text.ToString(), string.Join(", ", ["the first sheet of a workbook", .. others]), faults) { Sheet = sheet };
        }
        catch (Exception e)
            when (e
                    is ExcelReaderException
                        or OpenXmlPackageException
                        or IOException
                        or InvalidDataException
                        or InvalidOperationException
                        or System.Xml.XmlException
                        or FormatException
                        or OverflowException
                        or ArgumentException
            )
        {
            return null;
        }
    }

    private static IEnumerable<LineFault> HiddenColumns(Sheet sheet, WorkbookForm form, string[] header) =>
        header
            .Select((name, i) => (name, column: i + 1))
            .Where(each => each.name.Length > 0 && form.IsHiddenColumn(each.column))
            .Select(each => At(sheet.Column(each.column), 1, "column", "hidden", "This column is hidden. Show it, or delete it."));

    private static IEnumerable<LineFault> Formulas(Sheet sheet, WorkbookForm form) =>
        form.Formulas.Select(range =>
            At(
                sheet.Cells(range.Column, range.FirstRow, range.LastRow),
                range.FirstRow,
                "cell",
                "formula",
                "A formula stands here, and what it gives may be old or missing. Copy the cells and paste them as values."
            )
        );

    private static IEnumerable<LineFault> Merged(Sheet sheet, WorkbookForm form) =>
        form.Merged.Select(range =>
            At(
                sheet.Range(range),
                WorkbookForm.RowOf(range),
                "cell",
                "merged",
                "These cells are merged, so that only the first has a value. Unmerge them, and fill in each."
            )
        );

    /// <summary>Further sheets are not read. One that has a table of cases would be lost so.</summary>
    private static (List<string> Names, List<LineFault> Faults) OtherSheets(IExcelDataReader reader)
    {
        var (names, faults) = (new List<string>(), new List<LineFault>());
        while (reader.NextResult())
        {
            if (!reader.Read())
                continue;
            names.Add(reader.VisibleState == Visible ? $"not the sheet '{reader.Name}'" : $"not the hidden sheet '{reader.Name}'");
            // A sheet of lists is headed by names of columns too; only cases have numbers.
            var header = CellsOf(reader);
            if (ImportColumns.AreNamedIn(header) && header.Any(cell => ImportColumns.Find(cell) == "number"))
                faults.Add(
                    At(
                        new Sheet(reader.Name).First,
                        1,
                        "sheet",
                        "not_read",
                        $"Cases stand in this {(reader.VisibleState == Visible ? "" : "hidden ")}sheet too, and only the first sheet is "
                            + "read. Put them there, or in a file of their own."
                    )
                );
        }
        return (names, faults);
    }

    private static LineFault At(string cell, int row, string field, string code, string detail) =>
        ImportText.Fault(row, field, code, detail) with
        {
            Cell = cell,
        };

    private static string[] CellsOf(IExcelDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(column => Written(reader.GetValue(column)))];

    private static string Written(object? value) =>
        value switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            // A row stays one line, so that lines are told as the spreadsheet counts rows.
            _ => value.ToString()!.ReplaceLineEndings(" "),
        };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
