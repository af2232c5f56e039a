using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Deadlines;

public sealed class KeepingTheDeadlinesPageSafe(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Hostile = "<script>alert('x')</script>\" onmouseover=\"alert(1)";

    [Fact]
    public async Task what_a_municipality_calls_a_unit_is_text_and_nothing_else()
    {
        var wanted = OmbudApi.Configuration();
        wanted.Remove("code");
        wanted["units"]!.AsArray().Single(unit => (string)unit!["value"]! == "building_office")!["nb"] = Hostile;
        (await api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), "drammen", null)).ShouldBe(200);
        (await api.ImportAsync(ThePage.June)).Faults.ShouldBeEmpty();
        var html = await api.HtmlAsync("unit=building_office&on=2023-06-13");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\" onmouseover");
        ThePage.Text(html).ShouldContain(Hostile);
    }

    [Theory]
    [InlineData("unit")]
    [InlineData("asOf")]
    [InlineData("<script>")]
    [InlineData("municipality")]
    public async Task what_was_asked_is_text_and_nothing_else(string field)
    {
        var html = await api.HtmlAsync($"{Uri.EscapeDataString(field)}={Uri.EscapeDataString(Hostile)}", 400);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\" onmouseover");
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("on=6+March", 400)]
    [InlineData("municipality=atlantis", 404)]
    public async Task its_headers_let_nothing_in_but_its_own_style(string query, int status)
    {
        var answer = (await api.GetAsync($"/deadlines?{query}")).ShouldBe(status);
        var style = Encoding.UTF8.GetString(answer.Bytes).Split("<style>")[1].Split("</style>")[0];
        answer
            .Header("Content-Security-Policy")
            .ShouldBe(
                "default-src 'none'; style-src "
                    + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            );
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
    }

    [Fact]
    public async Task it_is_no_part_of_the_contract() =>
        // What is not under /v1 would stand there cut short.
        (await api.GetAsync("/openapi/v1.json")).ShouldBe(
            200
        ).Json["paths"]!.AsObject().Select(path => path.Key).ShouldAllBe(path => path.StartsWith('/'));
}
