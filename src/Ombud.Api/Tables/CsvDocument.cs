using System.Globalization;
using System.Text;

namespace Ombud.Api.Tables;

/// <summary>A report's tables as CSV (RFC 4180): a header, codes beside labels, ISO dates, decimal points, in every language.</summary>
internal static class CsvDocument
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Of(DocumentTable table) =>
        Utf8.GetBytes(
            string.Concat(
                table
                    .Rows.Select(row => row.Select(Written))
                    .Prepend(table.Columns.Select(column => column.Name))
                    .Select(fields => string.Join(',', fields.Select(Quoted)) + "\r\n")
            )
        );

    /// <summary>Every table, one file each. The same tables give the same bytes.</summary>
    public static byte[] Zip(IEnumerable<DocumentTable> tables) => StoredZip.Of(tables.Select(table => ($"{table.Name}.csv", Of(table))));

    private static string Written(Cell cell) =>
        cell switch
        {
            { Hidden: true } => Cell.HiddenSign,
            { Value: string text } => Harmless(text),
            { Kind: CellKind.Percent or CellKind.PercentChange, Value: decimal percent } => percent.ToString(
                "0.0",
                CultureInfo.InvariantCulture
            ),
            _ => Convert.ToString(cell.Value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>A spreadsheet takes a text that begins like this for a formula, and would run it.</summary>
    private static string Harmless(string text) =>
        text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
