using System.Text;
using Ombud.Api.Pdf;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>What a report can be written as.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Html,
    Csv,
    Xlsx,
    Pdf,
}

/// <summary>Writes a report in one of its formats, to a file or to standard output.</summary>
/// <param name="path">The file; null for standard output.</param>
internal sealed class ReportOutput(ReportFormat format, string? path)
{
    public async Task WriteAsync(IReportFormats report, IServiceProvider services, IAnsiConsole console, CancellationToken cancel)
    {
        if (format == ReportFormat.Text && path is null)
        {
            report.Print(console);
            return;
        }
        var bytes = format switch
        {
            ReportFormat.Csv => CsvDocument.Zip(report.Tables),
            ReportFormat.Xlsx => report.Workbook(),
            ReportFormat.Pdf => PagePdf.Of(await report.HtmlAsync(services), report.AsOf),
            ReportFormat.Html => Encoding.UTF8.GetBytes(await report.HtmlAsync(services)),
            ReportFormat.Json => Encoding.UTF8.GetBytes(report.JsonText),
            _ => Encoding.UTF8.GetBytes(Text(report)),
        };
        if (path is not null)
            await File.WriteAllBytesAsync(path, bytes, cancel);
        else
            await Console.Out.WriteAsync(Encoding.UTF8.GetString(bytes).AsMemory(), cancel);
    }

    private static string Text(IReportFormats report)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        // A file is as wide as the widest table.
        console.Profile.Width = 160;
        report.Print(console);
        return text.ToString();
    }
}
