using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Ombud.Api.Tests.Acceptance;
using Ombud.Api.Tests.Deadlines;

namespace Ombud.Api.Tests.Reports;

/// <summary>A report's documents as people and programs read them.</summary>
internal static partial class TheReport
{
    /// <summary>Beside the 76 cases: one that was closed, one that was voided, and the deadlines of the board.</summary>
    private const string Closed =
        """
            {"case":"DR-5","command":"receive_case","receivedOn":"2023-05-02","withinMandate":true,
            """
        + """
            "requiresResponse":true,"channel":"phone","recordedAt":"2023-05-02T09:00:00+02:00"}
            {"case":"DR-5","command":"close_case","outcome":"guided","closedOn":"2023-05-30","recordedAt":"2023-05-30T09:00:00+02:00"}
            """;

    public static async Task ImportReportAsync(this OmbudApi api)
    {
        await api.ImportDrammenAsync();
        (await api.ImportAsync(ThePage.June)).Faults.ShouldBeEmpty();
        (await api.ImportAsync(Closed)).Faults.ShouldBeEmpty();
    }

    public static Task<Answer> DocumentAsync(this OmbudApi api, string? accept, string rest = "") =>
        api.GetAsync(DrammenReport.Address() + rest, accept: accept);

    public static async Task<string> ReportHtmlAsync(this OmbudApi api, string rest = "") =>
        Encoding.UTF8.GetString((await api.DocumentAsync("text/html", rest)).ShouldBe(200).Bytes);

    public static async Task<string> CsvAsync(this OmbudApi api, string table, string rest = "") =>
        Encoding.UTF8.GetString((await api.DocumentAsync("text/csv", $"{rest}&table={table}")).ShouldBe(200).Bytes);

    public static Dictionary<string, string> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }
        );
    }

    /// <summary>A part of the page, by its id.</summary>
    public static string Section(string html, string id)
    {
        var from = html[html.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal)..];
        return from[..from.IndexOf("</section>", StringComparison.Ordinal)];
    }

    /// <summary>The rows of the tables in a part of the page, each as its cells, without those that head columns.</summary>
    public static string[][] Rows(string section) =>
        [
            .. Row()
                .Matches(section)
                .Where(row => !row.Value.Contains("columnheader", StringComparison.Ordinal))
                .Select(row => Cell().Matches(row.Value).Select(cell => ThePage.Text(cell.Groups[1].Value).Trim()).ToArray()),
        ];

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd](?: [^>]*)?>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
