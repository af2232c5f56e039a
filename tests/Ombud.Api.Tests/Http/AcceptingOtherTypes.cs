using System.Net.Http.Headers;
using System.Text;
using Ombud.Api.Access;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

/// <summary>Every operation of the contract and every page, asked for what it is not.</summary>
public sealed class AcceptingOtherTypes(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Fact]
    public async Task is_refused_everywhere_alike_and_changes_nothing()
    {
        var there = await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        var before = await EventsAsync();
        foreach (var operation in Operation.All())
        {
            var address = $"{OneOfEach.AddressOf(operation, there)}?{operation.Query}";
            foreach (var accept in new[] { "application/xml", "text/xml, application/json;q=0", "image/*" })
            {
                var refused = await AskAsync(operation.Method, address, accept, operation.Body);
                refused.ShouldBeProblem(406, "not-acceptable");
                ((string?)refused.Json["detail"])
                    .ShouldNotBeNull()
                    // The one that is a workbook and nothing else.
                    .ShouldContain(operation.Path == "/v1/imports/template" ? "spreadsheetml" : "application/json");
            }
        }
        (await EventsAsync()).ShouldBe(before);
        foreach (var page in new[] { "/deadlines", "/reports", "/follow-up", "/problems/case-is-closed" })
            (await AskAsync(HttpMethod.Get, page, "application/xml", null)).ShouldBeProblem(406, "not-acceptable");
        (await AskAsync(HttpMethod.Get, "/openapi/v1.json", "application/xml", null)).ShouldBeProblem(406, "not-acceptable");

        async Task<Answer> AskAsync(HttpMethod method, string address, string accept, string? body) =>
            await api.AskAsync(
                key,
                address,
                method,
                body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
                ("Accept", accept)
            );
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("application/xml, application/json;q=0.1")]
    public async Task beside_one_that_it_is_gives_that(string accept)
    {
        var key = await api.KeyAsync("drammen", [.. Scopes.All]);
        foreach (var address in new[] { "/v1/cases", "/v1/municipality", "/v1/deadlines", "/v1/reports", "/openapi/v1.json" })
            (await api.AskAsync(key, address, headers: ("Accept", accept))).ShouldBe(200).ContentType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("/v1/deadlines?asOf=2023-06-13", "/deadlines?asOf=2023-06-13")]
    [InlineData("/v1/reports", "/reports")]
    [InlineData("/v1/follow-up?unit=schools", "/follow-up?unit=schools")]
    [InlineData("/v1/cases/0197a3c4-5f00-7000-8000-000000000001/history", "/cases/0197a3c4-5f00-7000-8000-000000000001/history")]
    public async Task as_a_browser_does_leads_to_the_page_where_there_is_one(string address, string page)
    {
        using var client = new HttpClient(api.Handler) { BaseAddress = new("https://ombud.example") };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Authorization", $"Bearer {await api.KeyAsync("drammen", [.. Scopes.All])}");
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
        using var answer = await client.SendAsync(request, OmbudApi.Cancel);
        ((int)answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((303, page));
    }

    [Theory]
    [InlineData("/v1/nothing", 404, "Siden finnes ikke")]
    [InlineData("/v1/cases/0197a3c4-5f00-7000-8000-000000000001", 404, "Saken finnes ikke")]
    [InlineData("/v1/reports/0197a3c4-5f00-7000-8000-000000000001", 404, "Rapporten finnes ikke")]
    [InlineData("/v1/reports/statistics?from=x&to=2023-06-13", 400, "Noe i forespørselen er feil")]
    [InlineData("/nowhere", 404, "Siden finnes ikke")]
    public async Task as_a_browser_does_is_told_in_a_page_what_went_wrong(string address, int status, string said)
    {
        var answer = await api.AskAsync(
            await api.KeyAsync("drammen", [.. Scopes.All]),
            address,
            headers: [("Accept", "text/html, */*;q=0.8"), ("Accept-Language", "nb")]
        );
        answer.ShouldBe(status).ContentType.ShouldBe("text/html");
        Deadlines.ThePage.Text(Encoding.UTF8.GetString(answer.Bytes)).ShouldContain(said);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, deflate")]
    public async Task with_an_encoded_body_is_refused_and_says_what_is_taken(string coding)
    {
        var key = await api.KeyAsync("drammen", [.. Scopes.All]);
        foreach (var operation in Operation.All().Where(operation => operation.Body is not null))
        {
            using var content = new ByteArrayContent([0x1f, 0x8b, 8, 0]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
            var address = operation
                .Path.Replace("{id}", "0197a3c4-5f00-7000-8000-000000000001")
                .Replace("{requestId}", "0197a3c4-5f00-7000-8000-000000000002")
                .Replace("{version}", "1");
            var answer = await api.AskAsync(key, address, operation.Method, content);
            answer.ShouldBeProblem(415, "unsupported-media-type").Header("Accept-Encoding").ShouldBe("identity");
            ((string?)answer.Json["detail"]).ShouldNotBeNull().ShouldContain("Content-Encoding");
        }
    }

    private async Task<long> EventsAsync()
    {
        await using var command = api.Database.CreateCommand("select count(*) from ombud.mt_events where user_name <> 'deadline-watch'");
        return (long)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
