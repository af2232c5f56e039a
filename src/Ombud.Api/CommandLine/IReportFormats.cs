using System.Text.Json;
using NodaTime;
using Ombud.Api.Tables;
using Ombud.Integrity.Json;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>A report in each of the forms that it can be written in. All of them say the same.</summary>
internal interface IReportFormats
{
    /// <summary>What the API answers.</summary>
    object Json { get; }

    /// <summary>That, written; of a published report to the byte.</summary>
    string JsonText => JsonSerializer.Serialize(Json, EventJson.Options) + Environment.NewLine;

    IEnumerable<DocumentTable> Tables { get; }

    /// <summary>The moment that it tells of.</summary>
    Instant AsOf { get; }

    byte[] Workbook();

    /// <summary>The page as a file, which has no address.</summary>
    Task<string> HtmlAsync(IServiceProvider services);

    void Print(IAnsiConsole console);
}
