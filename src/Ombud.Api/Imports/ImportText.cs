using System.Text.Unicode;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <summary>A file as text.</summary>
/// <param name="Form">How it was read, in words.</param>
/// <param name="Faults">What is wrong with its bytes.</param>
internal sealed record FileText(string Text, string Form, IReadOnlyList<LineFault> Faults)
{
    /// <summary>The sheet that it was read from, where it is a workbook.</summary>
    public Sheet? Sheet { get; init; }

    /// <summary>The fault with the cell that it is about, where the text is a sheet.</summary>
    /// <param name="header">The columns as the sheet has them.</param>
    public LineFault Placed(LineFault fault, IReadOnlyList<string> header)
    {
        if (Sheet is null || fault.Cell is not null)
            return fault;
        var name = fault.Fault.Field == "header" ? fault.Fault.Value : fault.Fault.Field.Split('[')[0];
        var column = Enumerable.Range(1, header.Count).FirstOrDefault(column => header[column - 1] == name);
        return fault with { Cell = column == 0 ? Sheet.Row(fault.Line) : Sheet.Cell(fault.Line, column) };
    }
}

/// <summary>Reads a file as text, and finds out which format it has.</summary>
internal static class ImportText
{
    public static async Task<FileText> ReadAsync(Stream file, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancel);
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        if (Workbook.Is(bytes.Span))
            return Workbook.Read(memory)
                ?? new(
                    "",
                    "",
                    [Fault(1, "file", "not_a_workbook", "This is no workbook that can be read (XLSX), or it is too large. Save it as CSV.")]
                );
        // JSON is UTF-8 (RFC 8259 section 8.1); only a table may come as a spreadsheet saves it.
        return FileEncoding.Read(bytes.Span) is not var (text, encoding) || (encoding != "UTF-8" && IsNdjson(text))
            ? new("", "", NotUtf8(bytes.Span))
            : new(text, IsNdjson(text) ? "NDJSON" : $"CSV in {encoding}", []);
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
