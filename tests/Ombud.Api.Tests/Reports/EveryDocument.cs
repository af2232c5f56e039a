using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Api.CommandLine;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Api.Terminal;
using Ombud.Api.Tests.Acceptance;
using Ombud.Api.Tests.Deadlines;
using Ombud.Integrity.Json;
using Ombud.Projections.Statistics;
using Spectre.Console;
using static Ombud.Api.Tests.ImportedLines;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

/// <summary>Whoever declares a usual table or a figure of one finds it in every document, or a test here fails.</summary>
public sealed class EveryDocument(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Year = "/v1/reports/statistics?from=2022-01-01&to=2022-12-31&language=nb";

    private const string Request = "\"requestId\":\"00000000-0000-4000-8000-0000000000a2\"";

    // What people read of these is no table, or is divided.
    private static readonly string[] NoTables = ["about", "key-figures", "flow", "response-times-by-rule"];

    public async ValueTask InitializeAsync()
    {
        await api.RecordAllAsync(
            "drammen",
            Received(
                "A-1",
                "2022-03-01",
                "\"channel\":\"email\",\"referralSource\":\"self\",\"inquiryType\":\"complaint\",\"anonymous\":true,"
                    + "\"serviceArea\":\"health\",\"matters\":[\"late_or_no_reply\"],\"units\":[\"schools\"]"
            ),
            Line(
                "A-1",
                "request_response",
                "2022-03-02",
                $"{Request},\"requestedOn\":\"2022-03-02\",\"unit\":\"schools\",\"startsOn\":\"2022-03-02\","
                    + "\"rules\":[\"NO.fvl.11a.preliminary-reply\"]"
            ),
            Line("A-1", "register_response", "2022-03-09", $"{Request},\"respondedOn\":\"2022-03-09\""),
            Line("A-1", "close_case", "2022-03-20", "\"closedOn\":\"2022-03-20\",\"outcome\":\"guided\""),
            Received("A-2", "2022-11-01", "\"serviceArea\":\"other\",\"matters\":[\"late_or_no_reply\"],\"units\":[\"schools\"]"),
            Line("A-3", "receive_case", "2022-05-01", "\"receivedOn\":\"2022-05-01\",\"inquiryType\":\"complaint\",\"anonymous\":false"),
            Line("A-3", "decline_inquiry", "2022-05-02", "\"declinedOn\":\"2022-05-02\",\"reason\":\"too_old\"")
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task has_every_usual_table()
    {
        var names = StandardTables.All.Select(table => table.Name).ToList();
        (await api.GetAsync(Year)).ShouldBe(200).Json["tables"]!.AsObject().Select(each => each.Key).ShouldBe(names, ignoreOrder: true);

        var datasets = JsonNode.Parse((await GetAsync("application/json-stat+json")).Bytes)!["link"]!["item"]!.AsArray();
        datasets.Select(each => (string)each!["href"]!).ShouldBe(StandardTables.All.Select(table => $"{table.Counts}"), ignoreOrder: true);

        var contract = JsonNode.Parse(await File.ReadAllTextAsync(OmbudApi.RepositoryFile("contract/openapi.json"), OmbudApi.Cancel))!;
        contract["components"]!["schemas"]!["StatisticsTables"]!["properties"]!
            .AsObject()
            .Select(each => each.Key)
            .ShouldBe(names, ignoreOrder: true);
        foreach (var table in StandardTables.All)
            ReportTables.Names.ShouldContain(table.Document);
    }

    [Fact]
    public async Task has_every_row_and_figure_of_every_table()
    {
        var report = JsonSerializer.Deserialize<StatisticsReport>((await GetAsync("application/json")).Bytes, EventJson.Options)!;
        var tables = ReportTables.All(report).Where(table => table.Rows.Count > 0).ToList();
        StandardTables.All.Select(table => table.Document).ShouldBeSubsetOf(tables.Select(table => table.Name));

        var files = Unpacked((await GetAsync("application/zip")).Bytes);
        foreach (var table in tables)
        {
            var lines = files[$"{table.Name}.csv"].TrimEnd().Split("\r\n");
            lines[0].ShouldBe(string.Join(',', table.Columns.Select(column => column.Name)));
            lines.Length.ShouldBe(1 + table.Rows.Count, table.Name);
        }

        var page = Encoding.UTF8.GetString((await GetAsync("text/html")).Bytes);
        var rows = Rows(page).Select(row => Joined(row)).ToHashSet();
        foreach (var table in tables.Where(table => !NoTables.Contains(table.Name)))
        foreach (var row in Shown(table))
            rows.ShouldContain(Joined(row), $"The page has no such row of {table.Name}.");

        var terminal = await TerminalAsync();
        foreach (var table in tables.Where(table => !NoTables.Contains(table.Name)))
        foreach (var row in table.Rows)
            terminal.ShouldContain(((string)row[1].Value!).Split(' ')[0], Case.Sensitive, $"The terminal has no such row of {table.Name}.");
    }

    private static IEnumerable<IEnumerable<string>> Shown(DocumentTable table) =>
        table.Rows.Select(row =>
            table.Columns.Zip(row).Where(each => each.First.Heading is not null).Select(each => Numbers.Write(each.Second, "nb"))
        );

    private static string Joined(IEnumerable<string> cells) => string.Join(" | ", cells.Select(cell => cell.Replace('\u00a0', ' ')));

    private async Task<Answer> GetAsync(string mediaType) => (await api.GetAsync(Year, accept: mediaType)).ShouldBe(200);

    private async Task<string> TerminalAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            var wanted = new ReportCommand.Wanted("drammen", new(new(2022, 1, 1), new(2022, 12, 31)), null, "nb");
            (
                await ReportCommand.PrintAsync(
                    api.Services,
                    new Screen(AnsiConsole.Console),
                    wanted,
                    OmbudApi.Cancel,
                    new(ReportFormat.Text, file)
                )
            ).ShouldBe(0);
            return await File.ReadAllTextAsync(file, OmbudApi.Cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
