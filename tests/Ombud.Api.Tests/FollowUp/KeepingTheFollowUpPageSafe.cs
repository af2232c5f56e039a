using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ombud.Api.Tests.Deadlines;

namespace Ombud.Api.Tests.FollowUp;

public sealed class KeepingTheFollowUpPageSafe(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private const string Hostile = "<script>alert('x')</script>\" onmouseover=\"alert(1)";

    private static string Quoted => JsonSerializer.Serialize(Hostile);

    /// <summary>Every text that somebody writes.</summary>
    public async ValueTask InitializeAsync() =>
        await api.RecordAllAsync(
            "ringsted",
            """{"command":"register_report","report":"18/19","kind":"annual","from":"2018-08-01","""
                + $$""" "to":"2019-07-31","publishedOn":"2019-07-31","title":{{Quoted}},"""
                + """ "recordedAt":"2019-07-31T12:00:00+02:00"}""",
            $$"""{"command":"issue_recommendation","recommendation":"18/19#1","text":{{Quoted}},"""
                + """ "recordedAt":"2019-07-31T12:00:00+02:00"}""",
            """{"command":"present_report","report":"18/19","body":"by","handling":"decision","""
                + $$""" "presentedOn":"2019-09-09","note":{{Quoted}},"recordedAt":"2019-09-09T19:00:00+02:00"}""",
            """{"command":"register_decision","report":"18/19","body":"by","position":"taken_note_of","""
                + $$""" "decidedOn":"2019-09-09","words":{{Quoted}},"recordedAt":"2019-09-09T20:00:00+02:00"}""",
            """{"command":"register_council_request","report":"18/19","requestId":"r","body":"by","""
                + $$""" "askedOn":"2019-09-09","dueOn":"2019-10-01","text":{{Quoted}},"""
                + """ "recordedAt":"2019-09-09T20:00:00+02:00"}""",
            $$"""{"command":"register_answer","report":"18/19","heading":{{Quoted}},"title":{{Quoted}},"""
                + $$""" "text":{{Quoted}},"covers":["1"],"answeredOn":"2019-10-01","""
                + """ "recordedAt":"2019-10-01T12:00:00+02:00"}""",
            $$"""{"command":"register_measure","measure":"M1","title":{{Quoted}},"recommendations":["18/19#1"],"""
                + $$""" "status":"postponed","reasons":["capacity"],"window":{"words":{{Quoted}},"from":"2020-01-01","""
                + $$""" "to":"2020-03-31"},"recurrence":{{Quoted}},"note":{{Quoted}},"loggedOn":"2019-11-01","""
                + """ "recordedAt":"2019-11-01T12:00:00+01:00"}"""
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task whatever_anybody_writes_is_text_and_nothing_else()
    {
        var html = await api.FollowUpHtmlAsync("asOf=2020-01-01T12:00");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\" onmouseover");
        // The title, the text, the note, the words, the request twice, the answer's three, the measure's in the pictures and the table.
        Regex.Count(ThePage.Text(html), Regex.Escape(Hostile)).ShouldBeGreaterThan(12);
    }

    [Fact]
    public async Task a_request_with_a_day_says_how_late_it_is() =>
        (await api.FollowUpAsync("asOf=2020-01-01T12:00&language=nb")).ShouldContain("Fristen var 1. oktober 2019: 92 dager over fristen.");

    [Theory]
    [InlineData("asOf")]
    [InlineData("report")]
    [InlineData("<script>")]
    public async Task what_was_asked_is_text_and_nothing_else(string field)
    {
        var html = await api.FollowUpHtmlAsync($"{Uri.EscapeDataString(field)}={Uri.EscapeDataString(Hostile)}", 400);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\" onmouseover");
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("report=none", 400)]
    public async Task its_headers_let_nothing_in_but_its_own_styles(string query, int status)
    {
        var answer = (await api.GetAsync($"/follow-up?municipality=ringsted&{query}")).ShouldBe(status);
        var styles = Regex
            .Matches(Encoding.UTF8.GetString(answer.Bytes), "<style>(.*?)</style>", RegexOptions.Singleline)
            .Select(style => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.Groups[1].Value)))}'");
        answer
            .Header("Content-Security-Policy")
            .ShouldBe(
                $"default-src 'none'; style-src {string.Join(' ', styles)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            );
        Encoding.UTF8.GetString(answer.Bytes).ShouldNotContain(" style=\"");
    }
}
