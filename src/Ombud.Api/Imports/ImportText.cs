using System.Text;
using System.Text.Unicode;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <summary>Reads a file as text, and finds out which format it has.</summary>
internal static class ImportText
{
    /// <returns>The text, or what is wrong with its bytes.</returns>
    public static async Task<(string Text, IReadOnlyList<LineFault> Faults)> ReadAsync(Stream file, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancel);
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        if (Workbook.Is(bytes.Span))
        {
            memory.Position = 0;
            return Workbook.ToCsv(memory) is { } sheet
                ? (sheet, [])
                : (
                    "",
                    [Fault(1, "file", "not_a_workbook", "This is no workbook that can be read (XLSX), or it is too large. Save it as CSV.")]
                );
        }
        if (!Utf8.IsValid(bytes.Span))
            return ("", NotUtf8(bytes.Span));
        return (Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF'), []);
    }

    public static bool IsNdjson(string text) => text.AsSpan().TrimStart() is ['{', ..];

    private static List<LineFault> NotUtf8(ReadOnlySpan<byte> bytes)
    {
        var (faults, number) = (new List<LineFault>(), 0);
        foreach (var line in bytes.Split((byte)'\n'))
        {
            number++;
            if (!Utf8.IsValid(bytes[line]))
                faults.Add(new(number, new("encoding", "not_utf8", "This line is not UTF-8. Save the file as UTF-8.")));
        }
        return faults;
    }

    public static LineFault Fault(int line, string field, string code, string detail, string? value = null) =>
        new(line, new Fault(field, code, detail) { Value = value });
}
