using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.CommandLine;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Terminal;
using Ombud.Integrity.Json;
using Ombud.Projections.Statistics;
using Spectre.Console;
using static Ombud.Api.Tests.ImportedLines;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

public sealed class ReportsAtTheCommandLine(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly ReportCommand.Wanted June = new(
        "drammen",
        new(new(2023, 1, 1), new(2023, 6, 13)),
        Instant.FromUtc(2023, 6, 13, 13, 0),
        null
    );

    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task are_what_the_api_answers()
    {
        JsonNode
            .DeepEquals(JsonNode.Parse(await WrittenAsync(ReportFormat.Json, June)), (await api.DocumentAsync("application/json")).Json)
            .ShouldBeTrue();
        (await WrittenAsync(ReportFormat.Csv, June)).ShouldBe((await api.DocumentAsync("application/zip")).Bytes);
        (await WrittenAsync(ReportFormat.Xlsx, June)).ShouldBe((await api.DocumentAsync(MediaTypes.Xlsx)).Bytes);
        (await WrittenAsync(ReportFormat.Pdf, June)).ShouldBe((await api.DocumentAsync(MediaTypes.Pdf)).Bytes);
    }

    [Fact]
    public async Task have_no_links_to_a_server_where_they_are_a_page_in_a_file()
    {
        var html = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Html, June with { Language = "en" }));
        html.ShouldContain("<html lang=\"en\">");
        html.ShouldNotContain("hreflang");
        Section(html, "months").ShouldBe(Section(await api.ReportHtmlAsync("&language=en"), "months"));
    }

    [Fact]
    public async Task hide_small_counts_in_text_too()
    {
        var text = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Text, June with { MinimumCell = 5 }));
        text.ShouldContain("76 henvendelser, 76 saker, 91 forhold");
        text.ShouldMatch(@"Barnevern +: ");
        text.ShouldContain("antall under 5 vises ikke");
    }

    [Fact]
    public async Task have_every_table_in_text_too()
    {
        await api.RecordAllAsync(
            "drammen",
            Line("T-1", "receive_case", "2022-03-01", "\"receivedOn\":\"2022-03-01\",\"inquiryType\":\"complaint\""),
            Line("T-1", "decline_inquiry", "2022-03-02", "\"declinedOn\":\"2022-03-02\",\"reason\":\"too_old\"")
        );
        var year = June with { Period = new(new(2022, 1, 1), new(2022, 12, 31)), AsOf = null };
        var text = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Text, year));
        var report = JsonSerializer.Deserialize<StatisticsReport>(await WrittenAsync(ReportFormat.Json, year), EventJson.Options)!;
        foreach (
            var table in ReportTables
                .All(report)
                .Where(table => table is { Name: not ("about" or "key-figures" or "flow"), IsEmpty: false })
        )
        foreach (var row in table.Rows)
        {
            var label = (string)row[1].Value!;
            text.ShouldContain(label.Split(' ')[0], Case.Sensitive, $"{label} of {table.Name}");
        }
    }

    [Theory]
    [InlineData("--format csv", "say where to write it with -o")]
    [InlineData("--format xlsx", "say where to write it with -o")]
    [InlineData("--format html --json", "give one of them")]
    [InlineData("--published 7", "7")]
    [InlineData("--published 0188b9a4-7c00-7000-8000-000000000007 --from 2023-01-01", "--from does not apply to a published report")]
    [InlineData("--format pdf", "say where to write it with -o")]
    [InlineData("--format docx", "docx")]
    [InlineData("--minimum-cell 101", "Give 0 to 100.")]
    [InlineData("--minimum-cell few", "few")]
    [InlineData("--kind STATISTICS", "STATISTICS")]
    [InlineData("--kind statistics,follow_up", "statistics,follow_up")]
    [InlineData("--format JSON", "JSON")]
    [InlineData("--language NB", "NB")]
    [InlineData("--as-of 9999-12-31T23:59:59-14:00", "is not a moment")]
    [InlineData("--as-of 2023-06-13T24:00:00Z", "is not a moment")]
    [InlineData("--as-of 2023-02-29", "is not a moment")]
    [InlineData("--as-of 13.06.2023", "write it like 2023-06-13T15:00:00+02:00 or 2023-06-13")]
    public void say_what_is_wrong_with_what_was_asked(string options, string said) =>
        ReportCommand.Create(new Screen(AnsiConsole.Console)).Parse(options).Errors.ShouldContain(error => error.Message.Contains(said));

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    [InlineData("--format html")]
    [InlineData("--format html --published 0188b9a4-7c00-7000-8000-000000000007")]
    [InlineData("--format csv -o report.zip --minimum-cell 5")]
    [InlineData("--format text --output report.txt")]
    public void take_every_format(string options) =>
        ReportCommand.Create(new Screen(AnsiConsole.Console)).Parse(options).Errors.ShouldBeEmpty();

    private Task<byte[]> WrittenAsync(ReportFormat format, ReportCommand.Wanted wanted) =>
        WrittenAsync(
            format,
            output => ReportCommand.PrintAsync(api.Services, new Screen(AnsiConsole.Console), wanted, OmbudApi.Cancel, output)
        );

    internal static async Task<byte[]> WrittenAsync(ReportFormat format, Func<ReportOutput, Task<int>> print)
    {
        var file = Path.GetTempFileName();
        try
        {
            (await print(new(format, file))).ShouldBe(0);
            return await File.ReadAllBytesAsync(file, OmbudApi.Cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
