using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Ombud.Api.Imports;

/// <summary>A workbook (XLSX) as the CSV that it would be saved as: the first sheet, dates in ISO 8601.</summary>
internal static class Workbook
{
    // What a workbook of 50 MB can be unpacked to knows no limit but this one.
    private const int MostCharacters = 200_000_000;

    // The reader's settings name an encoding of Windows, whatever the file.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <returns>The text, or null where it is no workbook or too large.</returns>
    public static string? ToCsv(Stream file)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
            var text = new StringBuilder();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    text.Append(column == 0 ? "" : ",").Append(Quoted(Written(reader.GetValue(column))));
                text.Append('\n');
                if (text.Length > MostCharacters)
                    return null;
            }
            return text.ToString();
        }
        catch (Exception e)
            when (e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static string Written(object? value) =>
        value switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
