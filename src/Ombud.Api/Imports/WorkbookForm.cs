using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellRange = (int Column, int FirstRow, int LastRow);

namespace Ombud.Api.Imports;

/// <summary>
/// What the values of a workbook's first sheet do not tell: which cells are computed, which are merged, and what is hidden. Rows and
/// columns count from 1.
/// </summary>
internal sealed class WorkbookForm
{
    private readonly Dictionary<int, List<CellRange>> _formulas = [];
    private readonly List<(int From, int To)> _hiddenColumns = [];
    private readonly HashSet<int> _hiddenRows = [];
    private readonly List<string> _merged = [];

    private WorkbookForm() { }

    /// <summary>Cells with a formula, those below one another together.</summary>
    public IEnumerable<CellRange> Formulas => _formulas.Values.SelectMany(ranges => ranges);

    /// <summary>Ranges such as <c>A1:C1</c>.</summary>
    public IReadOnlyList<string> Merged => _merged;

    public bool IsHiddenRow(int row) => _hiddenRows.Contains(row);

    public bool IsHiddenColumn(int column) => _hiddenColumns.Exists(range => column >= range.From && column <= range.To);

    public static int RowOf(string range) => int.Parse(range.Split(':')[0].TrimStart([.. Letters]), null);

    /// <param name="mostCharacters">A part that is longer is not read.</param>
    public static WorkbookForm Read(Stream file, long mostCharacters)
    {
        var form = new WorkbookForm();
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false, new() { MaxCharactersInPart = mostCharacters });
        var part = workbook.WorkbookPart ?? throw new InvalidDataException("There is no workbook.");
        var first = part.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault();
        if (first?.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart worksheet)
            form.Read(worksheet);
        return form;
    }

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ$";

    private void Read(WorksheetPart worksheet)
    {
        using var reader = OpenXmlReader.Create(worksheet);
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Column) && IsTrue(Attribute(reader, "hidden")))
                _hiddenColumns.Add((Number(Attribute(reader, "min")), Number(Attribute(reader, "max"))));
            else if (reader.ElementType == typeof(Row))
            {
                // Rows and cells need not say where they are: then each is the next.
                (row, column) = (Attribute(reader, "r") is { } number ? Number(number) : row + 1, 0);
                if (IsTrue(Attribute(reader, "hidden")))
                    _hiddenRows.Add(row);
            }
            else if (reader.ElementType == typeof(Cell))
                column = Attribute(reader, "r") is { } place ? ColumnOf(place) : column + 1;
            else if (reader.ElementType == typeof(CellFormula))
                AddFormula(row, column);
            else if (reader.ElementType == typeof(MergeCell) && Attribute(reader, "ref") is { } range)
                _merged.Add(range);
        }
    }

    private void AddFormula(int row, int column)
    {
        if (!_formulas.TryGetValue(column, out var ranges))
            _formulas[column] = ranges = [];
        if (ranges is [.., var last] && last.LastRow == row - 1)
            ranges[^1] = last with { LastRow = row };
        else
            ranges.Add((column, row, row));
    }

    private static string? Attribute(OpenXmlReader reader, string name) =>
        reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == name).Value;

    private static bool IsTrue(string? value) => value is "1" or "true";

    private static int Number(string? value) => int.Parse(value ?? "", null);

    private static int ColumnOf(string cell) =>
        SpreadCheetah.SpreadsheetUtility.TryParseColumnName(cell.AsSpan().TrimEnd("0123456789"), out var column)
            ? column
            : throw new InvalidDataException($"There is no cell {cell}.");
}
