using SpreadCheetah;

namespace Ombud.Api.Imports;

/// <summary>A sheet of a workbook, for naming places in it as spreadsheets do: <c>Sheet1!C7</c>.</summary>
internal sealed record Sheet(string Name)
{
    private string Prefix => Name.All(char.IsAsciiLetterOrDigit) ? $"{Name}!" : $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'!";

    public string First => Cell(1, 1);

    public string Cell(int row, int column) => $"{Prefix}{Letters(column)}{row}";

    /// <summary>Cells of one column, below one another.</summary>
    public string Cells(int column, int firstRow, int lastRow) =>
        firstRow == lastRow ? Cell(firstRow, column) : $"{Cell(firstRow, column)}:{Letters(column)}{lastRow}";

    public string Row(int row) => $"{Prefix}{row}:{row}";

    public string Column(int column) => $"{Prefix}{Letters(column)}:{Letters(column)}";

    /// <param name="range">As it stands in the file, such as <c>A1:C1</c>.</param>
    public string Range(string range) => Prefix + range;

    private static string Letters(int column) => SpreadsheetUtility.GetColumnName(column);
}
