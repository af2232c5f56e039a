using Ombud.Api.Access;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

/// <summary>Every GET operation of the contract and every page, asked with HEAD.</summary>
public sealed class AskingWithHead(GuardedApi api) : IClassFixture<GuardedApi>
{
    private static readonly string[] Pages =
    [
        "/deadlines",
        "/reports",
        "/follow-up",
        "/problems/case-is-closed",
        "/openapi/v1.json",
        "/swagger/index.html",
        "/health/live",
        "/nowhere",
    ];

    // What is said of the request or of the moment, and how long a body is.
    private static readonly string[] OfEachAnswer = ["RateLimit", "Content-Length", "Transfer-Encoding", "Date"];

    [Fact]
    public async Task answers_as_get_does_but_for_the_body()
    {
        var there = await OneOfEach.InRingstedAsync(api);
        var reads = Operation.All().Where(operation => operation.Method == HttpMethod.Get).ToList();
        List<string> addresses =
        [
            .. reads.Select(operation => $"{OneOfEach.AddressOf(operation, there)}?{operation.Query}".TrimEnd('?')),
            .. reads.Select(operation => $"{OneOfEach.AddressOf(operation, there)}?nonsense=1"),
            $"/cases/{there["cases"]}/history",
            .. Pages,
        ];
        string?[] keys = [await api.KeyAsync("ringsted", [.. Scopes.All]), await api.KeyAsync("drammen", Scopes.FiguresRead), null];
        foreach (var key in keys)
        foreach (var address in addresses)
        {
            var (get, head) = (await AskAsync(HttpMethod.Get, address, key), await AskAsync(HttpMethod.Head, address, key));
            head.Status.ShouldBe(get.Status, address);
            // The feed goes on between the two: what was read of a person is an event.
            var goesOn = address.StartsWith("/v1/events", StringComparison.Ordinal);
            head.Headers.Where(header => !goesOn || !header.StartsWith("Link", StringComparison.Ordinal))
                .ShouldBe(get.Headers.Where(header => !goesOn || !header.StartsWith("Link", StringComparison.Ordinal)), address);
            head.Body.ShouldBe(0, address);
            get.Body.ShouldBeGreaterThan(0, address);
        }
        reads.Count.ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task for_personal_data_is_recorded_as_a_reading()
    {
        var there = await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        var address = $"/v1/cases/{there["cases"]}/personal-data?purpose=case_handling";
        (await AskAsync(HttpMethod.Head, address, key)).Status.ShouldBe(200);
        (await api.AskAsync(key, $"/v1/audit/personal-data-readings?caseId={there["cases"]}")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task for_a_stream_that_goes_on_comes_to_an_end()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var request = new HttpRequestMessage(HttpMethod.Head, "/v1/events");
        request.Headers.Add("Authorization", $"Bearer {await api.KeyAsync("ringsted", [.. Scopes.All])}");
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await api.Http.SendAsync(request, patience.Token);
        ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((200, "text/event-stream"));
        (await response.Content.ReadAsByteArrayAsync(patience.Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DELETE", "/v1/cases", "GET, HEAD, POST")]
    [InlineData("POST", "/v1/deadlines", "GET, HEAD")]
    [InlineData("DELETE", "/v1/municipality", "GET, HEAD, PUT")]
    [InlineData("POST", "/reports", "GET, HEAD")]
    [InlineData("HEAD", "/v1/people/0197a3c4-5f00-7000-8000-000000000001/erasure", "POST")]
    [InlineData("GET", "/v1/people/0197a3c4-5f00-7000-8000-000000000001/erasure", "POST")]
    public async Task is_among_what_is_allowed_where_get_is(string method, string address, string allowed)
    {
        var answer = await api.AskAsync(await api.KeyAsync("ringsted", [.. Scopes.All]), address, HttpMethod.Parse(method));
        answer.ShouldBe(405);
        answer.Header("Allow")!.Split(", ").Order().ShouldBe(allowed.Split(", "));
    }

    private async Task<(int Status, List<string> Headers, int Body)> AskAsync(HttpMethod method, string address, string? key)
    {
        using var request = new HttpRequestMessage(method, address);
        if (key is not null)
            request.Headers.Add("Authorization", $"Bearer {key}");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var response = await api.Http.SendAsync(request, OmbudApi.Cancel);
        return (
            (int)response.StatusCode,
            [
                .. response
                    .Headers.Concat(response.Content.Headers)
                    .Where(header => !OfEachAnswer.Contains(header.Key))
                    .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                    .Order(),
            ],
            (await response.Content.ReadAsByteArrayAsync(OmbudApi.Cancel)).Length
        );
    }
}
