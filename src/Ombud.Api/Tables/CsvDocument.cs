using System.Globalization;
using System.Text;

namespace Ombud.Api.Tables;

/// <summary>A report's tables as CSV: a header, codes beside labels, ISO dates, the same in every language.</summary>
internal static class CsvDocument
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = "," };

    public static byte[] Of(DocumentTable table, CsvDialect dialect = CsvDialect.Plain)
    {
        var (excel, separator) = (dialect == CsvDialect.Excel, dialect == CsvDialect.Excel ? ';' : ',');
        return
        [
            .. excel ? Encoding.UTF8.Preamble : [],
            .. Utf8.GetBytes(
                string.Concat(
                    table
                        .Rows.Select(row => row.Select(cell => Written(cell, excel ? DecimalComma : NumberFormatInfo.InvariantInfo)))
                        .Prepend(table.Columns.Select(column => column.Name))
                        .Select(fields => string.Join(separator, fields.Select(field => Quoted(field, separator))) + "\r\n")
                )
            ),
        ];
    }

    /// <summary>Every table, one file each. The same tables give the same bytes.</summary>
    public static byte[] Zip(IEnumerable<DocumentTable> tables, CsvDialect dialect = CsvDialect.Plain) =>
        StoredZip.Of(tables.Select(table => ($"{table.Name}.csv", Of(table, dialect))));

    private static string Written(Cell cell, NumberFormatInfo numbers) =>
        cell switch
        {
            { Hidden: true } => Cell.HiddenSign,
            { Value: string text } => Harmless(text),
            { Kind: CellKind.Percent or CellKind.PercentChange, Value: decimal percent } => percent.ToString("0.0", numbers),
            _ => Convert.ToString(cell.Value, numbers) ?? "",
        };

    /// <summary>A spreadsheet takes a text that begins like this for a formula, and would run it.</summary>
    private static string Harmless(string text) =>
        text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    private static string Quoted(string field, char separator) =>
        field.AsSpan().ContainsAny([separator, '"', '\r', '\n']) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
