using System.Text;
using Ombud.Api.CommandLine;
using Ombud.Api.Http;
using Ombud.Api.Terminal;
using Ombud.Api.Tests.Reports;
using Spectre.Console;
using static Ombud.Api.Tests.ReportTexts.TheText;

namespace Ombud.Api.Tests.ReportTexts;

public sealed class APublishedReportAtTheCommandLine(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task has_what_the_office_wrote()
    {
        await api.ImportDrammenAsync();
        var text = await api.BeginAsync("2023-01-01", "2023-06-13");
        await api.WriteAsync(text, Introduction("Til nå er det *mye*."));
        await api.WriteAsync(text, Comment("by-month", "April var travel."));
        await api.WriteAsync(text, Finding("Om svar", "Svar kommer sent."));
        var address = (await api.PublishAsync("2023-01-01", "2023-06-13")).ShouldBe(201).Header("Location")!;

        var said = Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Text, address));
        said.ShouldContain("Innledning\n\nTil nå er det mye.");
        said.IndexOf("Kommentar\n\nApril var travel.", StringComparison.Ordinal)
            .ShouldBeInRange(
                said.IndexOf("Juni 2023", StringComparison.OrdinalIgnoreCase),
                said.IndexOf("Om svar", StringComparison.Ordinal)
            );
        said.ShouldContain("Om svar\n\nSvar kommer sent.");
        (await WrittenAsync(ReportFormat.Json, address)).ShouldBe((await api.GetAsync(address)).Bytes);
        (await WrittenAsync(ReportFormat.Csv, address)).ShouldBe((await api.GetAsync(address, accept: "application/zip")).Bytes);
        (await WrittenAsync(ReportFormat.Xlsx, address)).ShouldBe((await api.GetAsync(address, accept: MediaTypes.Xlsx)).Bytes);
        Encoding.UTF8.GetString(await WrittenAsync(ReportFormat.Html, address)).ShouldContain("<em>mye</em>");
    }

    [Fact]
    public async Task is_refused_where_there_is_none()
    {
        (await PrintAsync($"{Guid.NewGuid()}", new(ReportFormat.Text, null))).ShouldBe(1);
        var registered = await api.PostAsync(
            "/v1/reports/registrations",
            new
            {
                kind = "annual",
                from = "2019-01-01",
                to = "2019-12-31",
                publishedOn = "2020-03-01",
            }
        );
        (await PrintAsync(Id(registered.ShouldBe(201).Header("Location")!), new(ReportFormat.Text, null))).ShouldBe(1);
    }

    private Task<byte[]> WrittenAsync(ReportFormat format, string report) =>
        ReportsAtTheCommandLine.WrittenAsync(format, output => PrintAsync(Id(report), output));

    private Task<int> PrintAsync(string id, ReportOutput output) =>
        PublishedReport.PrintAsync(api.Services, new Screen(AnsiConsole.Console), "drammen", Guid.Parse(id), output, OmbudApi.Cancel);
}
