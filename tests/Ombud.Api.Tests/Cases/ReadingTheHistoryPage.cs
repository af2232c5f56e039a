using System.Net;
using System.Text;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Cases;

/// <summary>The history of a case as a page to read and print.</summary>
public sealed class ReadingTheHistoryPage(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("nb", "Henvendelse mottatt", "Avsluttet", "Tjenesteområde – Helse", "23. mars 2023")]
    [InlineData("nn", "Henvending motteken", "Avslutta", "Tenesteområde – Helse", "23. mars 2023")]
    [InlineData("da", "Henvendelse modtaget", "Afsluttet", "Serviceområde – Sundhed og omsorg", "23. marts 2023")]
    [InlineData("en", "Inquiry received", "Closed", "Service area – Health", "23 March 2023")]
    public async Task says_what_happened_and_what_it_changed_in_words(string language, params string[] said)
    {
        var page = Text(await HtmlAsync($"{await CaseAsync()}?language={language}", 200));
        foreach (var words in said)
            page.ShouldContain(words);
    }

    [Theory]
    [InlineData(
        "nb",
        "4 hendelser i saken, og 6 i",
        "Beslutning 1: organ – Kommunestyret",
        "Rapporten lagt frem",
        "Status Planlagt Pågår",
        "Ombudets vurdering Ikke vurdert Delvis tilfredsstillende"
    )]
    [InlineData(
        "nn",
        "4 hendingar i saka, og 6 i",
        "Avgjerd 1: organ – Kommunestyret",
        "Rapporten lagd fram",
        "Status Planlagt I gang",
        "Vurderinga til ombodet Ikkje vurdert Delvis tilfredsstillande"
    )]
    [InlineData(
        "da",
        "4 hændelser i sagen og 6 i",
        "Beslutning 1: organ – Kommunalbestyrelsen",
        "Beretningen forelagt",
        "Status Planlagt Igangsat",
        "Borgerrådgiverens vurdering Ikke vurderet Delvist tilfredsstillende"
    )]
    [InlineData(
        "en",
        "4 events of the case, and 6 of",
        "Decision 1: body – Municipal council",
        "Report presented",
        "Status Planned In progress",
        "The ombud's assessment Not assessed Partly satisfactory"
    )]
    public async Task has_what_touches_the_case_in_line_in_words(string language, params string[] said)
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var html = await HtmlAsync($"/cases/{story.Id}/history?language={language}", 200);
        var page = Text(html);
        foreach (var words in said)
            page.ShouldContain(words);
        page.ShouldContain("1. Answer every letter");
        page.ShouldContain("Two people were hired");
        html.ShouldContain($"/follow-up?language={language}#measure-{story.Measure}");
        foreach (var entry in await story.EntriesAsync())
            html.ShouldContain((string)entry["seal"]!["hash"]!);
    }

    [Theory]
    [InlineData("nb", "Møte planlagt", "Planlagt møte flyttet", "Planlagt møte avlyst", "til vedtak")]
    [InlineData("nn", "Møte planlagt", "Planlagt møte flytta", "Planlagt møte avlyst", "til vedtak")]
    [InlineData("da", "Møde planlagt", "Planlagt møde flyttet", "Planlagt møde aflyst", "til beslutning")]
    [InlineData("en", "Meeting planned", "Planned meeting moved", "Planned meeting cancelled", "for decision")]
    public async Task has_the_meetings_that_were_planned_on_its_reports_in_words(string language, params string[] said)
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var meeting = await api.MakeAsync(
            "/v1/meetings",
            new
            {
                meetingOn = "2099-03-12",
                body = "council",
                handling = "decision",
                reportId = story.Report,
            },
            "drammen"
        );
        await api.DoAsync($"/v1/meetings/{meeting}/moving", new { meetingOn = "2099-03-19", reason = "The agenda was full" });
        await api.DoAsync($"/v1/meetings/{meeting}/cancellation", new { reason = "It was put off" });
        var page = Text(await HtmlAsync($"/cases/{story.Id}/history?language={language}", 200));
        foreach (var words in said)
            page.ShouldContain(words);
        page.ShouldContain("The agenda was full");
        AFollowedUpCase
            .Said(await story.EntriesAsync())
            .ShouldBe([.. AFollowedUpCase.Events, "meeting meeting_planned", "meeting meeting_moved", "meeting meeting_cancelled"]);
    }

    [Fact]
    public async Task shows_what_touches_the_case_only_as_it_was_known_then()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var page = Text(await HtmlAsync($"/cases/{story.Id}/history?version=3&language=en", 200));
        page.ShouldContain("Recommendation issued");
        page.ShouldNotContain("Decision made");
    }

    [Fact]
    public async Task shows_only_what_was_known_then()
    {
        var address = await CaseAsync();
        Text(await HtmlAsync($"{address}?version=1&language=en", 200)).ShouldNotContain("Closed");
    }

    [Fact]
    public async Task has_the_seal_of_each_event()
    {
        var address = await CaseAsync();
        var html = await HtmlAsync(address, 200);
        foreach (var entry in (await api.GetAsync($"/v1{address}")).Json["items"]!.AsArray())
            html.ShouldContain((string)entry!["headers"]!["hash"]!);
    }

    [Theory]
    [InlineData("0197a3c4-5f00-7000-8000-000000000001", "", 404)]
    [InlineData(null, "?version=0", 400)]
    [InlineData(null, "?asOf=2999-01-01T00:00", 400)]
    [InlineData(null, "?language=sv", 400)]
    [InlineData(null, "?colour=red", 400)]
    public async Task says_what_is_wrong(string? id, string query, int status) =>
        (await HtmlAsync((id is null ? await CaseAsync() : $"/cases/{id}/history") + query, status)).ShouldContain("<html");

    [Fact]
    public async Task keeps_a_text_a_text()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-03-23", number = "<script>alert(1)</script>" });
        (await HtmlAsync($"{address["/v1".Length..]}/history", 200)).ShouldNotContain("<script>alert");
        var story = await AFollowedUpCase.OfAsync(api, "<script>alert(2)</script>", "<script>alert(3)</script>");
        (await HtmlAsync($"/cases/{story.Id}/history", 200)).ShouldNotContain("<script>alert");
    }

    /// <returns>Where the history of a closed case is.</returns>
    private async Task<string> CaseAsync()
    {
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-03-23",
                withinMandate = true,
                requiresResponse = true,
                serviceArea = "health",
                matters = new[] { "late_or_no_reply" },
            }
        );
        await api.DoAsync($"{address}/closure", new { outcome = "guided", closedOn = "2023-04-20" });
        return $"{address["/v1".Length..]}/history";
    }

    private async Task<string> HtmlAsync(string address, int status) =>
        Encoding.UTF8.GetString((await api.GetAsync(address)).ShouldBe(status).Bytes);

    private static string Text(string html) =>
        string.Join(
            ' ',
            WebUtility
                .HtmlDecode(
                    System.Text.RegularExpressions.Regex.Replace(
                        html,
                        "<style>.*?</style>|<[^>]*>",
                        " ",
                        System.Text.RegularExpressions.RegexOptions.Singleline
                    )
                )
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
