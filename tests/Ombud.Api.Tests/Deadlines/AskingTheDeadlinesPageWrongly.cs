namespace Ombud.Api.Tests.Deadlines;

public sealed class AskingTheDeadlinesPageWrongly(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData(
        "nb",
        "Noe i forespørselen er feil",
        "Enhet : Velg et av valgene i listen. Oppgitt: fisheries",
        "Bedømt etter dagen : Oppgi en dato, som 2023-06-13. Oppgitt: 6 March",
        "colour : Siden tar ikke imot dette."
    )]
    [InlineData(
        "da",
        "Noget i forespørgslen er forkert",
        "Enhed : Vælg en af mulighederne på listen. Angivet: fisheries",
        "Bedømt efter dagen : Angiv en dato, som 2023-06-13. Angivet: 6 March",
        "colour : Siden tager ikke imod dette."
    )]
    [InlineData(
        "en",
        "Something in the request is wrong",
        "Unit : Choose one of those in the list. Given: fisheries",
        "Judged by the day : Give a date, such as 2023-06-13. Given: 6 March",
        "colour : This page does not take it."
    )]
    public async Task names_every_field_and_what_to_do_about_it(string language, params string[] said)
    {
        var page = await api.PageAsync($"unit=fisheries&on=6+March&colour=red&language={language}", 400);
        foreach (var words in said)
            page.ShouldContain(words);
    }

    [Theory]
    [InlineData("state=late", "state")]
    [InlineData("kind=law", "kind")]
    [InlineData("rule=SE.fl", "rule")]
    [InlineData("caseId=DR-1", "caseId")]
    [InlineData("dueFrom=2023-06-13&dueTo=2023-01-01", "dueTo")]
    [InlineData("on=1066-10-14", "on")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("asOf=2999-01-01T00:00", "asOf")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=2&limit=3", "limit")]
    public async Task marks_the_field_in_the_form(string query, string field)
    {
        var html = await api.HtmlAsync(query, 400);
        html.ShouldContain($"<a href=\"#{field}\">");
        html.ShouldContain($"aria-describedby=\"{field}-remedy\"");
        html.ShouldContain($"id=\"{field}-remedy\"");
    }

    [Theory]
    [InlineData("language=sv", "Velg nb, nn, da eller en.")]
    [InlineData("cursor=e30", "Begynn på første side igjen.")]
    public async Task says_what_is_wrong_with_what_is_in_no_form(string query, string remedy) =>
        (await api.PageAsync(query, 400)).ShouldContain(remedy);

    [Fact]
    public async Task says_that_a_municipality_is_not_there()
    {
        (await api.PageAsync("municipality=atlantis&language=nb", 404)).ShouldContain(
            "Det er ingen slik kommune her. Oppgi en som er satt opp. Oppgitt: atlantis"
        );
        (await api.PageAsync("municipality=No+Such!", 400)).ShouldContain("Give the municipality's code");
    }
}
