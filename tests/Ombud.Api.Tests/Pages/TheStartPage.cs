using System.Net;
using System.Text;
using Ombud.Api.Tests.Deadlines;

namespace Ombud.Api.Tests.Pages;

/// <summary>What a day begins with.</summary>
public sealed class TheStartPage(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        (await api.ImportAsync(ThePage.June)).Faults.ShouldBeEmpty();
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel), "ringsted")
        ).Faults.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(
        "nb",
        "Oversikt tirsdag 13. juni 2023",
        "2 svar er over fristen",
        "1 frist går ut i dag eller de neste seks dagene",
        "4 åpne saker, etter alder"
    )]
    [InlineData(
        "da",
        "Overblik tirsdag 13. juni 2023",
        "2 svar er over fristen",
        "1 frist udløber i dag eller de næste seks dage",
        "4 åbne sager, efter alder"
    )]
    public async Task says_what_is_late_what_comes_and_what_is_open_as_of_the_moment(string language, params string[] said)
    {
        var (html, text) = await StartAsync($"asOf=2023-06-13T15:00&language={language}");
        foreach (var words in said)
            text.ShouldContain(words);
        html.ShouldContain($"href=\"/deadlines?asOf=2023-06-13T15%3A00&language={language}&state=overdue\"");
    }

    [Fact]
    public async Task knows_nothing_that_was_recorded_later() =>
        (await StartAsync("asOf=2023-05-01T12:00&language=nb")).Text.ShouldContain("1 åpen sak, etter alder");

    [Fact]
    public async Task says_what_the_council_waits_for_and_which_report_comes_next()
    {
        var (html, text) = await StartAsync("municipality=ringsted&asOf=2021-03-01T12:00&language=da");
        text.ShouldContain("dage uden svar");
        html.ShouldContain("href=\"/follow-up?municipality=ringsted&asOf=2021-03-01T12%3A00&language=da#waiting\"");
        text.ShouldContain("Næste beretninger");
    }

    [Theory]
    [InlineData("asOf=yesterday", "Oppgi et tidspunkt")]
    [InlineData("colour=red", "Siden tar ikke imot dette")]
    public async Task says_what_is_wrong_with_what_was_asked(string query, string said)
    {
        var answer = (await api.GetAsync($"/?{query}&language=nb")).ShouldBe(400);
        ThePage.Text(Encoding.UTF8.GetString(answer.Bytes)).ShouldContain(said);
    }

    private async Task<(string Html, string Text)> StartAsync(string query)
    {
        var html = Encoding.UTF8.GetString((await api.GetAsync($"/?{query}")).ShouldBe(200).Bytes);
        return (WebUtility.HtmlDecode(html), ThePage.Text(html));
    }
}
