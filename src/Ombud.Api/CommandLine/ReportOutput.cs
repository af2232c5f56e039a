using System.Text;
using System.Text.Json;
using NodaTime;
using Ombud.Api.Reports.Documents;
using Ombud.EventStore.Json;
using Ombud.Projections.Statistics;
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
}

/// <summary>Writes a report in one of its formats, to a file or to standard output.</summary>
/// <param name="path">The file; null for standard output.</param>
internal sealed class ReportOutput(ReportFormat format, string? path)
{
    public async Task WriteAsync(StatisticsReport report, DateTimeZone zone, IServiceProvider services, IAnsiConsole console, CancellationToken cancel)
    {
        if (format == ReportFormat.Text && path is null)
        {
            ReportTable.Print(report, zone, console);
            return;
        }
        var bytes = format switch
        {
            ReportFormat.Csv => CsvDocument.Zip(ReportTables.All(report)),
            ReportFormat.Xlsx => XlsxDocument.Of(ReportTables.All(report)),
            ReportFormat.Html => Encoding.UTF8.GetBytes(await ReportDocument.HtmlAsync(services, new(report), zone)),
            ReportFormat.Json => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(report, EventJson.Options) + Environment.NewLine),
            _ => Encoding.UTF8.GetBytes(Text(report, zone)),
        };
        if (path is not null)
            await File.WriteAllBytesAsync(path, bytes, cancel);
        else
            await Console.Out.WriteAsync(Encoding.UTF8.GetString(bytes).AsMemory(), cancel);
    }

    private static string Text(StatisticsReport report, DateTimeZone zone)
    {
        using var text = new StringWriter();
        ReportTable.Print(report, zone, AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) }));
        return text.ToString();
    }
}
