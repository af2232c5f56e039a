using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.CommandLine;
using Ombud.Api.Terminal;
using Ombud.Api.Tests.Reports;
using Spectre.Console;

namespace Ombud.Api.Tests.FollowUp;

public sealed class FollowUpAtTheCommandLine(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly Instant Spring = Instant.FromUtc(2021, 3, 1, 11, 0);

    private static string Moment => "asOf=2021-03-01T12:00:00%2B01:00";

    public async ValueTask InitializeAsync() => await api.ImportRingstedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task is_what_the_api_answers()
    {
        var json = (await api.GetAsync($"/v1/follow-up?{Moment}", "ringsted")).ShouldBe(200).Json;
        JsonNode.DeepEquals(JsonNode.Parse(await WrittenAsync(ReportFormat.Json)), json).ShouldBeTrue();
        var tables = TheReport.Unpacked(await WrittenAsync(ReportFormat.Csv));
        tables.Keys.ShouldBe([
            "reports.csv",
            "recommendations.csv",
            "answers.csv",
            "measures.csv",
            "links.csv",
            "slips.csv",
            "council.csv",
            "meetings.csv",
        ]);
        tables["measures.csv"].ReplaceLineEndings("\n").TrimEnd().Split('\n').Length.ShouldBe(22);
    }

    [Fact]
    public async Task has_no_form_and_no_links_to_a_server_where_it_is_a_page_in_a_file()
    {
        var html = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Html, "en"));
        html.ShouldContain("<html lang=\"en\">");
        html.ShouldNotContain("<form");
        html.ShouldNotContain("hreflang");
        html.ShouldNotContain("href=\"/");
        TheReport.Section(html, "waiting").ShouldBe(TheReport.Section(await api.FollowUpHtmlAsync($"{Moment}&language=en"), "waiting"));
    }

    [Fact]
    public async Task is_a_pdf_with_every_row_of_the_page_and_a_workbook()
    {
        var html = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Html, "en"));
        using var pdf = new ReadingPdf(await WrittenAsync(ReportFormat.Pdf, "en"));
        foreach (var heading in Deadlines.ThePage.All(html, "<h2[^>]*>(.*?)</h2>"))
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(heading));
        foreach (var cell in TheReport.Rows(html).Select(row => row[0]))
            pdf.Text.ShouldContain(ReadingPdf.Squeezed(cell));
        (await WrittenAsync(ReportFormat.Xlsx, "en")).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task says_first_in_text_who_waits()
    {
        var text = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Text)).ReplaceLineEndings(" ");
        text.ShouldContain("Ikke besvaret i 539 dage Byråd: bad om Redegørelse for");
        text.IndexOf("539", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("årsberetning", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2021-03-10", "10. marts 2021: Byråd: Årsberetning 19/20 skal forelægges til beslutning")]
    [InlineData("2021-02-22", "skal forelægges til beslutning (7 dage siden, ikke registreret som afholdt)")]
    public async Task says_which_meetings_are_planned_and_which_are_not_on_record(string day, string said)
    {
        await api.RecordAllAsync(
            "ringsted",
            $$"""{"command":"plan_meeting","recordedAt":"2021-01-11T10:00:00Z","meeting":"{{day}}","meetingOn":"{{day}}","""
                + """ "report":"19/20","body":"by","handling":"decision"}"""
        );
        var text = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Text));
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(said);
    }

    [Fact]
    public async Task does_not_reveal_what_becomes_known_later() =>
        (
            await FollowUpOutput.PrintAsync(
                api.Services,
                new(AnsiConsole.Console),
                ("ringsted", Instant.FromUtc(2999, 1, 1, 0, 0), null),
                new(ReportFormat.Text, null),
                OmbudApi.Cancel
            )
        ).ShouldBe(1);

    [Theory]
    [InlineData("--from 2020-01-01", "--from does not apply")]
    [InlineData("--to 2020-01-01", "--to does not apply")]
    [InlineData("--cut-off 2020-01-01", "--cut-off does not apply")]
    [InlineData("--minimum-cell 3", "--minimum-cell does not apply")]
    [InlineData("--format csv", "say where to write it with -o")]
    public void takes_no_period(string options, string said) =>
        ReportCommand
            .Create(new Screen(AnsiConsole.Console))
            .Parse($"--kind follow_up {options}")
            .Errors.ShouldContain(error => error.Message.Contains(said));

    [Theory]
    [InlineData("--kind follow_up --as-of 2021-03-01T12:00:00+01:00 --language nb --municipality ringsted --format html -o follow-up.html")]
    [InlineData("--kind follow_up --json")]
    [InlineData("--kind statistics --from 2023-01-01")]
    public void takes_what_applies(string options) =>
        ReportCommand.Create(new Screen(AnsiConsole.Console)).Parse(options).Errors.ShouldBeEmpty();

    private async Task<byte[]> WrittenAsync(ReportFormat format, string? language = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            (
                await FollowUpOutput.PrintAsync(
                    api.Services,
                    new Screen(AnsiConsole.Console),
                    ("ringsted", Spring, language),
                    new(format, file),
                    OmbudApi.Cancel
                )
            ).ShouldBe(0);
            return await File.ReadAllBytesAsync(file, OmbudApi.Cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
