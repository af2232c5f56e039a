using System.Net;
using System.Text;
using static Ombud.Api.Tests.ReportTexts.TheText;

namespace Ombud.Api.Tests.ReportTexts;

/// <summary>Who writes sees the report as it would be published now.</summary>
public sealed class PreviewingAText(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task shows_a_draft_with_the_figures_of_now()
    {
        await api.ImportDrammenAsync();
        var text = await api.BeginAsync("2023-01-01", "2023-06-13");
        await api.WriteAsync(text, Introduction("Til nå er det *mye*."));
        await api.WriteAsync(text, Comment("by-month", "April var travel."));
        var page = await PageAsync(text);
        page.ShouldContain("Utkast, versjon 3 av teksten.");
        page.ShouldContain("<p>Til nå er det <em>mye</em>.</p>");
        page.ShouldContain("April var travel.");
        page.ShouldContain(">76<");
        (await PageAsync(text, "?version=2")).ShouldNotContain("April var travel.");

        await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-06-12",
                withinMandate = true,
                requiresResponse = true,
            }
        );
        (await PageAsync(text)).ShouldContain(">77<");
        (await PageAsync(text, "?minimumCell=5")).ShouldContain("Antall under 5 vises ikke");
        (await api.GetAsync("/v1/reports")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task speaks_the_language_of_the_text()
    {
        var page = await PageAsync(await api.BeginAsync("2022-01-01", "2022-06-30", "en"));
        page.ShouldContain("<html lang=\"en\">");
        page.ShouldContain("Draft, version 1 of the text.");
    }

    [Theory]
    [InlineData("2010-01-01", "?version=0", 400)]
    [InlineData("2011-01-01", "?version=9", 404)]
    [InlineData("2012-01-01", "?minimumCell=-1", 400)]
    [InlineData("2013-01-01", "?colour=red", 400)]
    public async Task says_what_is_wrong_with_an_address(string from, string query, int status)
    {
        var text = await api.BeginAsync(from, "2022-05-31");
        (await api.GetAsync($"/report-texts/{Id(text)}{query}", accept: "text/html")).ShouldBe(status);
        (await api.GetAsync($"/report-texts/{Guid.NewGuid()}", accept: "text/html")).ShouldBe(404);
    }

    private async Task<string> PageAsync(string text, string query = "") =>
        WebUtility.HtmlDecode(
            Encoding.UTF8.GetString((await api.GetAsync($"/report-texts/{Id(text)}{query}", accept: "text/html")).ShouldBe(200).Bytes)
        );
}
