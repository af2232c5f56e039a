using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ombud.Api.Tests.Deadlines;

namespace Ombud.Api.Tests.Pages;

/// <summary>What every page has around its content.</summary>
public sealed partial class TheFrame(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly string[] Navigation = ["/", "/deadlines", "/reports", "/follow-up"];
    private static string? _report;

    public async ValueTask InitializeAsync()
    {
        if (_report is not null)
            return;
        await api.ImportDrammenAsync();
        (await api.ImportAsync(ThePage.June)).Faults.ShouldBeEmpty();
        var published = new
        {
            kind = "status",
            from = "2023-01-01",
            to = "2023-06-13",
            title = "Orientering og status",
            language = "nb",
        };
        _report = (string)(await api.PostAsync("/v1/reports", published)).ShouldBe(201).Json["id"]!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task leads_from_every_page_to_every_other_and_no_link_of_it_is_broken()
    {
        var (open, seen, broken) = (new Queue<string>(await PagesAsync()), new HashSet<string>(), new List<string>());
        while (open.TryDequeue(out var address) && seen.Count < 400)
        {
            if (!seen.Add(address))
                continue;
            var answer = await api.GetAsync(address, accept: "text/html,*/*;q=0.8");
            if (answer.Status != 200)
                broken.Add($"{answer.Status} {address}");
            // Of what is in a language only the languages are followed on: all lead to the same pages.
            if (answer.ContentType == "text/html" && !address.StartsWith("/swagger", StringComparison.Ordinal))
                foreach (var link in Links(answer).Where(link => !address.Contains("language=") || link.Contains("language=")))
                    open.Enqueue(link);
        }
        broken.ShouldBeEmpty();
        foreach (var page in Navigation)
            seen.ShouldContain(page);
        seen.ShouldContain($"/reports/{_report}?language=da");
        seen.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task has_whose_it_is_where_else_to_go_who_looks_and_the_languages()
    {
        foreach (var address in await PagesAsync())
        {
            var (html, text) = await ReadAsync($"{address}{(address.Contains('?') ? '&' : '?')}language=nb");
            text.ShouldContain("Logget inn som lokal utvikler", customMessage: address);
            Regex.Count(html, "<nav class=\"languages\"").ShouldBe(1, address);
            foreach (var name in new[] { "Oversikt", "Frister", "Rapporter", "Oppfølging" })
                text.ShouldContain(name, customMessage: address);
            html.ShouldContain("<meta name=\"viewport\"", customMessage: address);
            html.ShouldNotContain("<script", customMessage: address);
        }
    }

    [Theory]
    [InlineData("nb", "Du ser et tidligere tidspunkt.", "Tilbake til nå")]
    [InlineData("nn", "Du ser eit tidlegare tidspunkt.", "Tilbake til no")]
    [InlineData("da", "Du ser et tidligere tidspunkt.", "Tilbage til nu")]
    [InlineData("en", "You are looking at the past.", "Back to now")]
    public async Task says_which_past_moment_is_shown_and_leads_back_to_now(string language, string band, string back)
    {
        foreach (var page in Navigation.Append($"/cases/{await api.IdAsync("DR-2023-047")}/history"))
        {
            var (html, text) = await ReadAsync($"{page}?asOf=2023-06-13T15:00&language={language}");
            text.ShouldContain(band, customMessage: page);
            text.ShouldContain("13", customMessage: page);
            html.ShouldContain($"<a href=\"{page}?language={language}\">{back}</a>", customMessage: page);
            // Now there is nothing to lead back from.
            (await ReadAsync($"{page}?language={language}")).Text.ShouldNotContain(band, customMessage: page);
        }
    }

    [Fact]
    public async Task keeps_moment_municipality_and_language_from_page_to_page()
    {
        var (html, _) = await ReadAsync("/deadlines?asOf=2023-06-13&municipality=drammen&language=da&state=overdue");
        html.ShouldContain("href=\"/reports?asOf=2023-06-13&municipality=drammen&language=da\"");
        html.ShouldContain("href=\"/deadlines?asOf=2023-06-13&municipality=drammen&state=overdue&language=nn\"");
    }

    [Fact]
    public async Task is_in_the_readers_language_around_a_report_in_its_own()
    {
        var (html, text) = await ReadAsync($"/reports/{_report}?language=da");
        html.ShouldContain("<html lang=\"da\">");
        html.ShouldContain("<main id=\"content\" lang=\"nb\">");
        text.ShouldContain("Dette er offentliggjort og ændrer sig ikke.");
        text.ShouldContain("Åpne saker");
        text.ShouldNotContain("Åbne sager");
    }

    private async Task<List<string>> PagesAsync() =>
        [
            .. Navigation,
            $"/cases/{await api.IdAsync("DR-2023-047")}/history",
            $"/cases/{await api.IdAsync("DR-2023-047")}/personal-data",
            $"/reports/{_report}",
            "/v1/reports/statistics?from=2023-01-01&to=2023-06-13&asOf=2023-06-13",
            "/problems/case-is-closed",
            "/deadlines?asOf=2023-06-13",
        ];

    private async Task<(string Html, string Text)> ReadAsync(string address)
    {
        var html = Encoding.UTF8.GetString((await api.GetAsync(address, accept: "text/html")).ShouldBe(200).Bytes);
        return (WebUtility.HtmlDecode(html), ThePage.Text(html));
    }

    private static IEnumerable<string> Links(Answer answer) =>
        Href()
            .Matches(Encoding.UTF8.GetString(answer.Bytes))
            .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0])
            .Where(link => link.StartsWith('/'));

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();
}
