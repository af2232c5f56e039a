using System.Globalization;
using static Ombud.Api.Tests.Deadlines.ThePage;

namespace Ombud.Api.Tests.Deadlines;

public sealed class ReadingTheDeadlinesPage(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await api.ImportAsync(June)).Faults.ShouldBeEmpty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(
        "nb",
        "Svarfrister tirsdag 13. juni 2023",
        "registrert 13. juni 2023 kl. 15.00.",
        "Oversittet 1 dag over fristen 1 virkedag",
        "1 purring",
        "Stanset siden 8. mai 2023: venter på et annet organ"
    )]
    [InlineData(
        "nn",
        "Svarfristar tysdag 13. juni 2023",
        "registrert 13. juni 2023 kl. 15.00.",
        "Over fristen 1 dag over fristen 1 virkedag",
        "1 purring",
        "Stansa sidan 8. mai 2023: ventar på eit anna organ"
    )]
    [InlineData(
        "da",
        "Svarfrister tirsdag 13. juni 2023",
        "registreret 13. juni 2023 kl. 15.00.",
        "Overskredet 1 dag over fristen 1 arbejdsdag",
        "1 rykker",
        "Afbrudt siden 8. maj 2023: afventer en anden myndighed"
    )]
    [InlineData(
        "en",
        "Deadlines for responses, Tuesday 13 June 2023",
        "on record on 13 June 2023 at 15:00.",
        "Overdue 1 day late 1 working day",
        "1 reminder",
        "Paused since 8 May 2023: awaiting another body"
    )]
    public async Task it_speaks_the_language_that_is_chosen(string language, params string[] said)
    {
        var html = await api.HtmlAsync($"{OnThe13th}&language={language}");
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain($"<html lang=\"{language}\">");
        foreach (var words in said)
            Text(html).ShouldContain(words);
    }

    [Fact]
    public async Task it_speaks_the_municipalitys_own_language_where_none_is_chosen() =>
        (await api.HtmlAsync(OnThe13th)).ShouldContain("<html lang=\"nb\">");

    [Fact]
    public async Task what_is_overdue_is_listed_before_what_is_due_today_and_that_before_what_is_paused()
    {
        var html = await api.HtmlAsync(OnThe13th);
        All(html, "<h2>(.*?)</h2>").ShouldBe(["Oversittet: 2", "Frist i dag: 1", "Stanset: 1"]);
        All(html, "/history[^\">]*\">(.*?)</a>").ShouldBe(["DR-2", "DR-1", "DR-3", "DR-4"]);
    }

    [Fact]
    public async Task a_norm_is_told_apart_from_a_statutory_term_in_words()
    {
        var page = await api.PageAsync(OnThe13th);
        page.ShouldContain("Helsetjenestene Norm, ikke lovfrist Svar eller foreløpig svar i andre saker");
        page.ShouldContain(
            "Byggesak Lovfrist Svar eller foreløpig svar i saker om enkeltvedtak forvaltningsloven (1967) § 11 a tredje ledd"
        );
        page.ShouldContain("Lovfrister: 1. Normer, mål og satte datoer: 1; at de oversittes, er ikke i seg selv et lovbrudd.");
    }

    [Fact]
    public async Task each_date_explains_itself() =>
        (await api.PageAsync(OnThe13th)).ShouldContain(
            "1 måned etter er 12. juni 2023. Det er nok at det er sendt innen 12. juni 2023 er omme (kl. 24.00, Europe/Oslo)."
        );

    [Fact]
    public async Task a_deadline_that_stands_still_has_no_last_day() =>
        (await api.PageAsync($"{OnThe13th}&state=suspended")).ShouldContain("Settes når den løper igjen Før stansen: 19. juni 2023");

    [Theory]
    [InlineData("asOf=2023-06-13T15:00")]
    [InlineData("asOf=2023-06-13T15:00&unit=building_office")]
    [InlineData("asOf=2023-06-13T15:00&on=2023-06-20&state=due_today")]
    [InlineData("asOf=2023-06-13T15:00&kind=guidance_norm")]
    [InlineData("asOf=2023-05-12T12:00&dueTo=2023-06-12")]
    public async Task it_counts_what_the_board_counts(string query)
    {
        var json = (
            await api.GetAsync(
                "/v1/deadlines?"
                    + query
                        .Replace("T15:00", "T15:00:00%2B02:00", StringComparison.Ordinal)
                        .Replace("T12:00", "T12:00:00%2B02:00", StringComparison.Ordinal)
            )
        )
            .ShouldBe(200)
            .Json;
        var expected = json["byUnit"]!
            .AsArray()
            .Append(json["total"])
            .Select(counts =>
                (string[])
                    [
                        (string?)counts!["label"] ?? "Alle enheter",
                        .. new[] { "overdue", "dueToday", "dueSoon", "open", "suspended" }.Select(state => $"{counts[state]}"),
                        new[] { "overdue", "dueToday", "dueSoon", "open", "suspended" }
                            .Sum(state => (int)counts[state]!)
                            .ToString(CultureInfo.InvariantCulture),
                    ]
            );
        Rows(await api.HtmlAsync(query), "counts").Skip(1).ShouldBe(expected);
    }

    [Fact]
    public async Task what_is_chosen_is_said_because_paper_has_no_form()
    {
        (await api.PageAsync($"{OnThe13th}&unit=building_office&state=overdue")).ShouldContain(
            "Viser bare: Status: Oversittet · Enhet: Byggesak."
        );
        (await api.HtmlAsync($"{OnThe13th}&unit=building_office")).ShouldContain(
            "<option value=\"building_office\" selected>Byggesak</option>"
        );
    }

    [Fact]
    public async Task a_form_that_leaves_fields_empty_asks_for_everything() =>
        (await api.PageAsync($"{OnThe13th}&state=&unit=&rule=&kind=&caseId=&dueFrom=&dueTo=&on=&limit=")).ShouldContain("Oversittet: 2");

    [Fact]
    public async Task a_board_without_deadlines_says_so()
    {
        (await api.PageAsync("asOf=2022-01-01T12:00")).ShouldContain("Ingen frister venter på svar.");
        (await api.PageAsync($"{OnThe13th}&unit=schools&language=en")).ShouldContain("No deadlines match what was chosen.");
        (await api.PageAsync("municipality=ringsted")).ShouldContain("Ringsted Kommune");
    }

    [Fact]
    public async Task a_long_board_leads_to_its_next_page_with_everything_that_was_chosen()
    {
        var html = await api.HtmlAsync($"{OnThe13th}&limit=1&language=en");
        Text(html).ShouldContain("Overdue: 1 of 2 on this page");
        Text(html).ShouldContain("This page shows 1 of 4 deadlines.");
        var next = System.Net.WebUtility.HtmlDecode(html.Split(" rel=\"next\"")[0].Split("href=\"")[^1].TrimEnd('"'));
        next.ShouldContain("limit=1");
        var second = await api.HtmlAsync(next.Split('?')[1]);
        second.ShouldContain("DR-1<");
        second.ShouldNotContain("DR-2<");
    }

    [Fact]
    public async Task a_deadline_that_is_over_is_shown_where_it_is_asked_for()
    {
        (await api.PageAsync("state=waived&language=en")).ShouldContain("No deadlines match what was chosen.");
        var id = (string)(await api.GetAsync("/v1/cases?number=DR-1")).ShouldBe(200).Json["items"]![0]!["id"]!;
        var page = await api.PageAsync($"{OnThe13th}&caseId={id}&language=en");
        page.ShouldContain("Met in time");
        page.ShouldContain("Overdue: 1");
    }
}
