using Ombud.Api.Tests.Deadlines;
using static Ombud.Api.Tests.FollowUp.TheFollowUpPage;

namespace Ombud.Api.Tests.FollowUp;

public sealed class AskingTheFollowUpPageWrongly(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportRingstedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(
        "nb",
        "Rapport : Velg et av valgene i listen. Oppgitt: 17/18",
        "Fremdrift : Velg et av valgene i listen. Oppgitt: soon",
        "colour : Siden tar ikke imot dette."
    )]
    [InlineData(
        "en",
        "Report : Choose one of those in the list. Given: 17/18",
        "Progress : Choose one of those in the list. Given: soon",
        "colour : This page does not take it."
    )]
    public async Task names_every_field_and_what_to_do_about_it(string language, params string[] said)
    {
        var page = await api.FollowUpAsync($"{InSpring2021}&report=17/18&progress=soon&colour=red&language={language}", 400);
        foreach (var words in said)
            page.ShouldContain(words);
        page.ShouldNotContain(" at Ombud.");
    }

    [Theory]
    [InlineData("unit=fisheries", "unit")]
    [InlineData("closure=done", "closure")]
    [InlineData("asOf=2999-01-01T00:00", "asOf")]
    [InlineData("asOf=yesterday", "asOf")]
    public async Task marks_the_field_in_the_form(string query, string field)
    {
        var html = await api.FollowUpHtmlAsync(query, 400);
        html.ShouldContain($"<a href=\"#{field}\">");
        html.ShouldContain($"id=\"{field}-remedy\"");
        html.ShouldContain("<option value=\"18/19\"");
    }

    [Theory]
    [InlineData("language=sv", "Vælg nb, nn, da eller en.")]
    [InlineData("table=measures", "table : Siden tager ikke imod dette.")]
    public async Task says_what_is_wrong_with_what_is_in_no_form(string query, string remedy) =>
        (await api.FollowUpAsync(query, 400)).ShouldContain(remedy);

    [Fact]
    public async Task says_that_a_municipality_is_not_there() =>
        ThePage
            .Text(
                System.Text.Encoding.UTF8.GetString(
                    (await api.GetAsync("/follow-up?municipality=atlantis&language=nb")).ShouldBe(404).Bytes
                )
            )
            .ShouldContain("Det er ingen slik kommune her. Oppgi en som er satt opp. Oppgitt: atlantis");
}
