using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.CommandLine;
using Ombud.Api.Http;
using Ombud.Api.Terminal;
using Ombud.Api.Tests.Deadlines;
using Ombud.Api.Tests.Reports;
using Spectre.Console;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Nynorsk is a language like the others: pages, reports, terminal. A label without one is bokmål.</summary>
public sealed class S40_Nynorsk(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Year = "from=2025-01-01&to=2025-12-31";

    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task a_report_is_a_page_in_nynorsk()
    {
        var html = await api.ReportHtmlAsync("&language=nn");
        html.ShouldContain("<html lang=\"nn\">");
        var text = ThePage.Text(html);
        foreach (
            var said in new[] { "Rapport frå ombodet", "Korleis henvendingane kom", "Kva sakene gjeld", "Språk Norsk nynorsk", "35,5 %" }
        )
            text.ShouldContain(said);
        text.ShouldNotContain("Hva sakene gjelder");
    }

    [Fact]
    public async Task a_report_is_json_in_nynorsk()
    {
        var report = (await api.GetAsync($"{DrammenReport.Address()}&language=nn")).ShouldBe(200).Json;
        ((string?)report["language"]).ShouldBe("nn");
        Labels(report, "byReferralSource").ShouldContain("Ikkje oppgitt");
        Labels(report, "openByAge")[0].ShouldBe("Inntil 30 dagar");
    }

    [Fact]
    public async Task a_published_report_stays_in_nynorsk()
    {
        var body = new
        {
            kind = "annual",
            from = "2022-01-01",
            to = "2022-12-31",
            language = "nn",
        };
        var published = (await api.PostAsync("/v1/reports", body)).ShouldBe(201);
        ((string?)published.Json["language"]).ShouldBe("nn");
        var address = published.Header("Location")!;
        (await api.GetAsync(address)).ShouldBe(200).Header("Content-Language").ShouldBe("nn");
        ((bool)(await api.GetAsync($"{address}/verification")).ShouldBe(200).Json["equal"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/deadlines", "Svarfristar")]
    [InlineData("/reports", "Neste rapportar")]
    [InlineData("/follow-up", "Oppfølging av tilrådingar")]
    [InlineData("/deadlines?on=nonsense", "Noko i førespurnaden er feil")]
    public async Task a_page_is_in_nynorsk_where_the_browser_likes_it_best(string address, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Language", "nn-NO, nb;q=0.9" } } };
        var answer = await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
        answer.Header("Content-Language").ShouldBe("nn");
        var html = WebUtility.HtmlDecode(Encoding.UTF8.GetString(answer.Bytes));
        html.ShouldContain("<html lang=\"nn\">");
        html.ShouldContain(said);
        html.ShouldContain("Norsk bokmål");
    }

    [Fact]
    public async Task a_due_date_is_explained_in_nynorsk() =>
        (await api.CalculateAsync("rule=NO.fvl.11a.preliminary-reply&start=2023-03-06&language=nn"))["explanation"]!
            .AsArray()
            .Select(step => (string)step!)
            .ShouldBe([
                "Svar eller førebels svar i saker om enkeltvedtak (forvaltningsloven (1967) § 11 a tredje ledd).",
                "Motteke 6. mars 2023; dagen sjølv er ikkje rekna med.",
                "1 månad etter er 6. april 2023.",
                "Ingen frist endar på 6. april 2023 (skjertorsdag), 7. april 2023 (langfredag), 8. april 2023 (laurdag), "
                    + "9. april 2023 (første påskedag), 10. april 2023 (andre påskedag); han blir flytta til neste virkedag, "
                    + "tysdag 11. april 2023.",
                "Det er nok at det er sendt innan 11. april 2023 er omme (kl. 24.00, Europe/Oslo).",
                "Usikkert: paragrafane. Ny forvaltningslov (lov 20. juni 2025 nr. 81) er vedteken, men ikkje sett i kraft; "
                    + "paragrafane blir då andre.",
            ]);

    [Fact]
    public async Task a_label_without_nynorsk_is_bokmal_and_one_with_it_is_not()
    {
        await ConfiguredAsync("s40-1");
        foreach (var area in new[] { "health", "other" })
            await api.ReceiveAsync(
                new
                {
                    receivedOn = "2025-03-03",
                    withinMandate = true,
                    requiresResponse = true,
                    serviceArea = area,
                },
                "s40-1"
            );

        var report = (await api.GetAsync($"/v1/reports/statistics?{Year}&language=nn", "s40-1")).ShouldBe(200).Json;
        Labels(report, "byServiceArea").ShouldContain("Anna");
        Labels(report, "byServiceArea").ShouldContain("Helse");
        (await NamesAsync("s40-1")).ShouldBe(["Svar på søknad om bustad", "Svar på klage", "Sjukepengar"], ignoreOrder: true);
        var bokmal = (await api.GetAsync($"/v1/reports/statistics?{Year}&language=nb", "s40-1")).ShouldBe(200).Json;
        Labels(bokmal, "byServiceArea").ShouldContain("Annet");
    }

    [Fact]
    public async Task a_municipality_is_of_nynorsk_and_answers_in_it_and_what_was_read_of_it_can_be_sent_back()
    {
        await ConfiguredAsync("s40-2");

        var read = (await api.GetAsync("/v1/municipality", "s40-2")).ShouldBe(200);
        ((string?)read.Json["language"], (string?)read.Json["serviceAreas"]!.AsArray()[^1]!["nn"]).ShouldBe(("nn", "Anna"));
        (await PutAsync("s40-2", read.Json.AsObject())).ShouldBe(200).ETag.ShouldBe(read.ETag);
        ((string?)(await api.GetAsync($"/v1/reports/statistics?{Year}", "s40-2")).ShouldBe(200).Json["language"]).ShouldBe("nn");
    }

    [Fact]
    public async Task nynorsk_that_is_added_later_is_another_version_of_the_list()
    {
        var wanted = OmbudApi.Configuration();
        wanted.Remove("code");
        (await PutAsync("s40-3", wanted)).ShouldBe(200).ETag.ShouldBe("\"1\"");
        wanted["serviceAreas"]![0]!["nn"] = "Helse og omsorg";
        var changed = (await PutAsync("s40-3", wanted)).ShouldBe(200);
        ((int)changed.Json["lists"]!["serviceAreas"]!["version"]!, (int)changed.Json["lists"]!["units"]!["version"]!).ShouldBe((2, 1));
    }

    [Fact]
    public async Task empty_nynorsk_is_refused()
    {
        var wanted = OmbudApi.Configuration();
        wanted.Remove("code");
        wanted["serviceAreas"]![0]!["nn"] = " ";
        wanted["deadlineRules"] = Rules(" ");
        (await PutAsync("s40-4", wanted))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["serviceAreas[0]", "deadlineRules[0].nn"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("nb", "76 henvendelser, 76 saker, 91 forhold", "Måned", "åpne ved starten 0 + mottatt 76")]
    [InlineData("nn", "76 henvendingar, 76 saker, 91 forhold", "Månad", "opne ved starten 0 + motteke 76")]
    [InlineData("da", "76 henvendelser, 76 sager, 91 klageforhold", "Måned", "åbne ved starten 0 + modtaget 76")]
    [InlineData("en", "76 inquiries, 76 cases, 91 matters", "Month", "open at start 0 + received 76")]
    public async Task the_terminal_speaks_the_language_that_is_asked_for(string language, params string[] said)
    {
        var text = await PrintedAsync(language);
        foreach (var words in said)
            text.ShouldContain(words);
        text.ShouldContain(language == "en" ? " 35.5" : " 35,5");
    }

    [Fact]
    public async Task the_terminal_speaks_the_municipalitys_own_language_where_none_is_asked_for() =>
        (await PrintedAsync(null)).ShouldBe(await PrintedAsync("nb"));

    private static List<string> Labels(JsonNode report, string table) =>
        [.. report["tables"]![table]!["rows"]!.AsArray().Select(row => (string)row!["label"]!)];

    /// <summary>Those of the municipality's own rules and terms.</summary>
    private async Task<IReadOnlyList<string>> NamesAsync(string municipality)
    {
        var rules = (await api.GetAsync("/v1/deadline-rules?language=nn", municipality)).ShouldBe(200).Json;
        return
        [
            .. rules["items"]!
                .AsArray()
                .Where(rule => ((string)rule!["id"]!).StartsWith("s40.", StringComparison.Ordinal))
                .Concat(rules["areaTerms"]!.AsArray())
                .Select(named => (string)named!["name"]!),
        ];
    }

    /// <summary>Of nynorsk, with it for one area and one of two rules.</summary>
    private async Task ConfiguredAsync(string municipality)
    {
        var wanted = OmbudApi.Configuration();
        wanted.Remove("code");
        wanted["language"] = "nn";
        wanted["languages"] = new JsonArray("nn", "en");
        wanted["serviceAreas"]!.AsArray()[^1]!["nn"] = "Anna";
        wanted["deadlineRules"] = Rules("Svar på søknad om bustad");
        wanted["areaTerms"] = new JsonArray(
            new JsonObject
            {
                ["area"] = "sickness_benefit",
                ["nb"] = "Sykepenger",
                ["nn"] = "Sjukepengar",
                ["da"] = "Sygedagpenge",
                ["en"] = "Sickness benefit",
                ["term"] = "P2W",
                ["inForceFrom"] = "2020-01-01",
            }
        );
        (await PutAsync(municipality, wanted)).ShouldBe(200);
    }

    private static JsonArray Rules(string nynorsk)
    {
        var (housing, appeal) = (Rule("s40.housing", "Svar på søknad om bolig"), Rule("s40.appeal", "Svar på klage"));
        housing["nn"] = nynorsk;
        return [housing, appeal];
    }

    private static JsonObject Rule(string id, string name) =>
        new()
        {
            ["id"] = id,
            ["version"] = 1,
            ["kind"] = "local_target",
            ["term"] = "P3W",
            ["start"] = "receipt",
            ["timeliness"] = "dispatched",
            ["movedBy"] = new JsonArray("holiday"),
            ["inForceFrom"] = "2020-01-01",
            ["nb"] = name,
            ["da"] = name,
            ["en"] = name,
            ["law"] = "Eget mål",
        };

    private Task<Answer> PutAsync(string municipality, JsonObject wanted) =>
        api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), municipality, null);

    private async Task<string> PrintedAsync(string? language)
    {
        var wanted = new ReportCommand.Wanted(
            "drammen",
            new(new(2023, 1, 1), new(2023, 6, 13)),
            Instant.FromUtc(2023, 6, 13, 13, 0),
            language
        );
        var file = Path.GetTempFileName();
        try
        {
            var output = new ReportOutput(ReportFormat.Text, file);
            (await ReportCommand.PrintAsync(api.Services, new Screen(AnsiConsole.Console), wanted, OmbudApi.Cancel, output)).ShouldBe(0);
            return await File.ReadAllTextAsync(file, OmbudApi.Cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
