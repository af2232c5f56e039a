using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Access;

namespace Ombud.Api.Tests.Access;

/// <summary>Callers who do not say who they are.</summary>
public sealed class AnonymousCallers(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/v1/cases")]
    [InlineData("/v1/nothing")]
    [InlineData("/deadlines")]
    [InlineData("/reports")]
    [InlineData("/follow-up")]
    [InlineData("/cases/0197a3c4-5f00-7000-8000-000000000001/history")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/problems/not-found")]
    public async Task are_told_how_to_say_it(string address)
    {
        var answer = (await api.AskAsync(null, address)).ShouldBeProblem(401, "unauthenticated");
        ((string?)answer.Json["detail"]).ShouldNotBeNull().ShouldContain("Authorization: Bearer");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"ombud\"");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task learn_whether_it_runs_and_nothing_else(string address) =>
        (await api.AskAsync(null, address)).ShouldBe(200).Bytes.ShouldBe("Healthy"u8.ToArray());

    [Fact]
    public async Task with_another_kind_of_proof_are_anonymous_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/municipality")
        {
            Headers = { { "Authorization", "Basic b21idWQ6b21idWQ=" } },
        };
        (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel)).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task are_answered_before_what_they_sent_is_read()
    {
        var figures = await api.KeyAsync("drammen", Scopes.FiguresRead);
        (await api.AskAsync(null, "/v1/cases", HttpMethod.Post, new StringContent("{", null, "application/json"))).ShouldBeProblem(
            401,
            "unauthenticated"
        );
        (
            await api.AskAsync(figures, "/v1/cases?nonsense=1", HttpMethod.Post, new StringContent("{", null, "application/json"))
        ).ShouldBeProblem(403, "scope-missing");
    }

    [Fact]
    public void find_no_endpoint_that_forgot_to_ask()
    {
        var endpoints = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(60);
        endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredScope>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .ShouldBe(["/health/live", "/health/ready", "/sign-in", "/sign-out", "/signed-out"], ignoreOrder: true);
        endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredScope>() is { Scope: null })
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .ShouldBe(["/openapi/v1.json", "/problems/{code}", "/changelog", "/terms"], ignoreOrder: true);
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Count().ShouldBe(5);
    }

    [Theory]
    [InlineData(null, "localhost:5080", "", true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "", true)]
    [InlineData("::ffff:127.0.0.1", "[::1]:5080", "", true)]
    [InlineData("127.0.0.1", "localhost", "Sec-Fetch-Site: same-origin", true)]
    [InlineData("192.0.2.7", "localhost", "", false)]
    [InlineData("127.0.0.1", "rebound.example", "", false)]
    [InlineData("127.0.0.1", "localhost.example", "", false)]
    [InlineData("127.0.0.1", "", "", false)]
    [InlineData("127.0.0.1", "localhost", "Sec-Fetch-Site: cross-site", false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For: 192.0.2.7", false)]
    [InlineData("127.0.0.1", "localhost", "Forwarded: for=192.0.2.7", false)]
    public void are_the_local_developer_only_at_this_machine(string? connection, string host, string header, bool expected)
    {
        var context = new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = connection is null ? null : IPAddress.Parse(connection) },
            Request = { Host = new(host) },
        };
        if (header.Split(": ") is [var name, var value])
            context.Request.Headers[name] = value;
        LocalDeveloperHandler.IsAtThisMachine(context).ShouldBe(expected);
    }
}
