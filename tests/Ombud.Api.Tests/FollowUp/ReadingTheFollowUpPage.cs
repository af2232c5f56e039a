using System.Text.RegularExpressions;
using Ombud.Api.Tests.Deadlines;
using Ombud.Api.Tests.Reports;
using static Ombud.Api.Tests.FollowUp.TheFollowUpPage;

namespace Ombud.Api.Tests.FollowUp;

public sealed class ReadingTheFollowUpPage(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportRingstedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(
        "nb",
        "Oppfølging av anbefalinger",
        "539 dager Ikke besvart Byråd: venter på svar",
        "Tatt til etterretning (ikke det samme som å slutte seg til)",
        "utsatt 1. april 2020: covid-19, avhengig av et annet tiltak, 365 dager senere"
    )]
    [InlineData(
        "nn",
        "Oppfølging av tilrådingar",
        "539 dagar Ikkje svart på Byråd: ventar på svar",
        "Teke til vitande (ikkje det same som å slutte seg til)",
        "utsett 1. april 2020: covid-19, avhengig av eit anna tiltak, 365 dagar seinare"
    )]
    [InlineData(
        "da",
        "Opfølgning på anbefalinger",
        "539 dage Ikke besvaret Byråd: venter på svar",
        "Taget til efterretning (ikke det samme som at tilslutte sig)",
        "udskudt 1. april 2020: covid-19, afhænger af et andet tiltag, 365 dage senere"
    )]
    [InlineData(
        "en",
        "Follow-up of recommendations",
        "539 days Not answered City council: waiting for an answer",
        "Taken note of (not the same as endorsing)",
        "postponed on 1 April 2020: covid-19, depends on another measure, 365 days later"
    )]
    public async Task it_speaks_the_language_that_is_chosen(string language, params string[] said)
    {
        var html = await api.FollowUpHtmlAsync($"{InSpring2021}&language={language}");
        html.ShouldContain($"<html lang=\"{language}\">");
        foreach (var words in said)
            ThePage.Text(html).ShouldContain(words);
    }

    [Fact]
    public async Task what_the_council_waits_for_is_listed_before_everything_else()
    {
        var html = await api.FollowUpHtmlAsync(InSpring2021);
        ThePage
            .All(html, "<h2[^>]*>(.*?)</h2>")
            .ShouldBe([
                "Venter på redegørelse",
                "Det næste, der ventes",
                "I tal",
                "Borgerrådgiverens årsberetning 19/20",
                "Borgerrådgiverens årsberetning 18/19",
                "Tiltag",
            ]);
        ThePage
            .Text(TheReport.Section(html, "waiting"))
            .ShouldContain(
                "Redegørelse for, hvordan der følges op på borgerrådgiverens anbefalinger i fagcentrene Bedt om 9. september 2019"
            );
    }

    [Fact]
    public async Task the_axes_of_a_recommendation_are_independent()
    {
        var table = Between(await api.FollowUpHtmlAsync($"{WhenCovidCame}&language=nb"), "<table class=\"recommendations", "</table>");
        table.ShouldContain("<th scope=\"col\" role=\"columnheader\">Ombudets vurdering</th>");
        TheReport
            .Rows(table)[4]
            .ShouldBe([
                "5",
                "Centrenes besvarelse skal fremsendes til borgerne som sikker post",
                "Sluttet seg til 9. september 2019",
                "Ikke besvart på 275 dager",
                "Forsinket følger av tiltakene 2 tiltak Projekt \"Sikker Kommunikation\" : Utsatt Testforløb "
                    + "af sikkerhedsløsning (bl.a. Myndighedsenheden) : Pågår",
                "Ikke vurdert",
                "Åpen",
            ]);
    }

    [Fact]
    public async Task what_no_answer_covers_is_said() =>
        (await api.FollowUpAsync($"{WhenCovidCame}&language=nb")).ShouldContain(
            "Administrasjonen har ikke svart. Intet svar dekker anbefaling 1, 2, 3, 4, 5."
        );

    [Fact]
    public async Task an_answer_says_what_it_covers() =>
        TheReport
            .Rows(Between(await api.FollowUpHtmlAsync($"{InSpring2021}&report=18/19"), "<table class=\"answers", "</table>"))[0]
            .ShouldBe([
                "Ad 1, 2 og 4. Besvarelse af klager (herunder formalia) og vejledning om konsekvenser",
                "1, 2, 4",
                "Besvaret uden stillingtagen",
                "15. februar 2021",
            ]);

    [Fact]
    public async Task each_measure_is_once_in_the_table()
    {
        var rows = TheReport.Rows(Between(await api.FollowUpHtmlAsync(InSpring2021), "<table class=\"measures", "</table>"));
        rows.Length.ShouldBe(21);
        rows[0]
            .ShouldBe([
                "Projekt \"Sikker Kommunikation\" Sammen med udrulningen af sikkerhedsløsningen, dels som e-læring",
                "Flyttet til ny tid",
                "forår og sommer 2021 1. marts 2021 – 31. august 2021",
                "foråret og sommeren 2020 → forår og sommer 2021 udskudt 1. april 2020: covid-19, afhænger "
                    + "af et andet tiltag, 365 dage senere",
                "18/19: 1, 2, 4, 5 19/20: 1, 2, 3",
            ]);
    }

    [Fact]
    public async Task every_picture_has_its_words()
    {
        var html = await api.FollowUpHtmlAsync(WhenCovidCame);
        var pictures = Regex.Matches(html, "<svg class=\"timeline.*?</svg>", RegexOptions.Singleline);
        pictures.Count.ShouldBe(2);
        foreach (var picture in pictures.Select(match => match.Value))
        {
            ThePage.All(picture, "<title[^>]*>(.*?)</title>").ShouldBe(["Tiltagene over tid"]);
            ThePage
                .All(picture, "<desc[^>]*>(.*?)</desc>")
                .Single()
                .ShouldContain(
                    "foråret og sommeren 2020, udskudt 1. april 2020: covid-19, afhænger af et andet tiltag; nyt tidspunkt ikke oplyst"
                );
        }
        Regex.Matches(html, "<svg (?!class=\"timeline|[^>]*aria-hidden=\"true\")").ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_chosen_is_said_and_the_counts_follow_it()
    {
        var page = await api.FollowUpAsync($"{InSpring2021}&report=18/19&progress=implemented&language=nb");
        page.ShouldContain("Viser bare: Rapport: 18/19 · Fremdrift: Gjennomført.");
        page.ShouldContain("Anbefalinger 1");
        page.ShouldNotContain("årsberetning 19/20");
    }

    [Fact]
    public async Task a_day_without_anything_to_follow_up_says_so()
    {
        (await api.FollowUpAsync("asOf=2018-01-01T12:00&language=nb")).ShouldContain("Det er ingen anbefalinger å følge opp.");
        (await api.FollowUpAsync($"{InSpring2021}&closure=withdrawn&language=nb")).ShouldContain(
            "Ingen anbefalinger passer med det som er valgt."
        );
    }
}
