using System.Text;
using System.Text.Json;
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
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

/// <summary>Where nothing is on record, people read a sentence, and programs read the rows.</summary>
public sealed class TablesWithoutAFigure(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly string[] OfCounts = [.. StandardTables.All.Select(table => table.Document)];

    private static readonly ReportCommand.Wanted June = new(
        "drammen",
        new(new(2023, 1, 1), new(2023, 6, 13)),
        NodaTime.Instant.FromUtc(2023, 6, 13, 13, 0),
        null
    );

    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task are_a_sentence_on_the_page_in_the_pdf_and_at_the_terminal(string language)
    {
        var report = await ReportAsync($"&language={language}");
        var page = ThePage.Text(await api.ReportHtmlAsync($"&language={language}"));
        using var pdf = new ReadingPdf((await api.DocumentAsync(MediaTypes.Pdf, $"&language={language}")).ShouldBe(200).Bytes);
        var text = await TerminalAsync(language);
        var shown = ReportTables.All(report).Where(table => !table.IsEmpty).SelectMany(Labels).ToList();
        var empty = ReportTables.All(report).Where(table => table.Nothing is not null && table.IsEmpty).ToList();
        empty.Select(table => table.Name).ShouldContain("by-channel");
        foreach (var table in empty)
        {
            var sentence = table.Nothing!.In(language);
            text.ShouldContain(sentence);
            // Of responses the page has sentences of its own.
            if (OfCounts.Contains(table.Name))
            {
                page.ShouldContain(sentence);
                pdf.Text.ShouldContain(ReadingPdf.Squeezed(sentence));
            }
        }
        foreach (var label in Labels(empty.Single(table => table.Name == "by-referral-source")).Except(shown))
        {
            page.ShouldNotContain($"{label} 0");
            text.ShouldNotContain($"  {label}  ");
        }
    }

    [Fact]
    public async Task keep_their_rows_where_programs_read()
    {
        var report = await ReportAsync();
        report.Tables.ByChannel.Rows.Count.ShouldBeGreaterThan(2);
        (await api.CsvAsync("by-channel")).Split("\r\n").Length.ShouldBe(1 + report.Tables.ByChannel.Rows.Count + 1);
    }

    [Fact]
    public async Task stand_as_they_are_where_a_figure_is_hidden()
    {
        var report = await ReportAsync("&minimumCell=5");
        foreach (var table in ReportTables.All(report).Where(table => table.Rows.SelectMany(row => row).Any(cell => cell.Hidden)))
            table.IsEmpty.ShouldBeFalse(table.Name);
    }

    [Fact]
    public void are_not_those_that_have_a_figure_of_an_earlier_period_only()
    {
        DocumentTable
            .Of("t", new("T", "T", "T"), [0], ("label", null, _ => Cell.Text("a")), ("count", null, count => Cell.Count(count)))
            .IsEmpty.ShouldBeTrue();
        DocumentTable
            .Of(
                "t",
                new("T", "T", "T"),
                [(0, 3)],
                ("count", null, row => Cell.Count(row.Item1)),
                ("before", null, row => Cell.Count(row.Item2))
            )
            .IsEmpty.ShouldBeFalse();
    }

    private static IEnumerable<string> Labels(DocumentTable table) => table.Rows.Select(row => (string)row[1].Value!);

    private async Task<StatisticsReport> ReportAsync(string rest = "") =>
        JsonSerializer.Deserialize<StatisticsReport>(
            (await api.DocumentAsync(MediaTypes.Json, rest)).ShouldBe(200).Json.ToJsonString(),
            EventJson.Options
        )!;

    private async Task<string> TerminalAsync(string language)
    {
        var file = Path.GetTempFileName();
        try
        {
            var (screen, output) = (new Screen(AnsiConsole.Console), new ReportOutput(ReportFormat.Text, file));
            (await ReportCommand.PrintAsync(api.Services, screen, June with { Language = language }, OmbudApi.Cancel, output)).ShouldBe(0);
            return await File.ReadAllTextAsync(file, OmbudApi.Cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
