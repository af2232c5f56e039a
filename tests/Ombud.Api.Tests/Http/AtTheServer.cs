using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Ombud.Testing;

namespace Ombud.Api.Tests.Http;

/// <summary>The API behind its real server, asked in bytes: what only a server can refuse.</summary>
public sealed class AtTheServer(AtTheServer.Listening api) : IClassFixture<AtTheServer.Listening>
{
    private const string End = "\r\nHost: localhost\r\nConnection: close\r\n";

    public sealed class Listening : OmbudApi
    {
        protected override bool OverKestrel => true;
    }

    [Theory]
    [InlineData(9_000)]
    [InlineData(30_000)]
    public async Task an_address_that_is_too_long_is_said_so(int length) =>
        ShouldBeProblem(await SayAsync($"GET /v1/cases?number={new string('9', length)} HTTP/1.1{End}\r\n"), 414, "address-too-long");

    [Theory]
    [InlineData(1, 17_000)]
    [InlineData(40, 1_000)]
    [InlineData(70, 1)]
    public async Task headers_that_are_too_large_are_said_so(int number, int length)
    {
        var headers = string.Concat(Enumerable.Range(0, number).Select(i => $"X-{i}: {new string('x', length)}\r\n"));
        ShouldBeProblem(await SayAsync($"GET /v1/cases HTTP/1.1{End}{headers}\r\n"), 431, "headers-too-large");
    }

    [Theory]
    [InlineData("Content-Length: 1000001", "{", 413, "too-large")]
    [InlineData("Transfer-Encoding: chunked", "5\r\n{\"a\":\r\nzz\r\n", 400, "malformed-request")]
    [InlineData("Content-Length: 2\r\nContent-Encoding: gzip", "{}", 415, "unsupported-media-type")]
    [InlineData("Content-Length: 2\r\nContent-Type: text/plain", "{}", 400, "invalid-input")]
    [InlineData("Content-Length: 2\r\nOmbud-On-Behalf-Of: a\r\nOmbud-On-Behalf-Of: b", "{}", 400, "invalid-input")]
    [InlineData("Content-Length: 2\r\nAccept: application/xml", "{}", 406, "not-acceptable")]
    public async Task a_body_that_cannot_be_taken_is_said_so(string headers, string body, int status, string code) =>
        ShouldBeProblem(
            await SayAsync($"POST /v1/cases HTTP/1.1{End}Content-Type: application/json\r\n{headers}\r\n\r\n{body}"),
            status,
            code
        );

    [Theory]
    [InlineData("/v1/cases/%zz")]
    [InlineData("/v1/%zz")]
    [InlineData("/%zz")]
    [InlineData("/V1/cases")]
    [InlineData("/v1/Cases")]
    [InlineData("/v1/cases/")]
    [InlineData("//v1/cases")]
    [InlineData("/v1//cases")]
    [InlineData("/v1%2Fcases")]
    [InlineData("/v1/cases/{0197a3c4-5f00-7000-8000-0000000000ab}")]
    [InlineData("/v1/cases/0197a3c45f0070008000000000000000ab")]
    [InlineData("/Swagger/../v1/CASES")]
    public async Task an_address_that_is_written_otherwise_is_not_found(string address)
    {
        foreach (var method in new[] { "GET", "DELETE", "POST" })
            ShouldBeProblem(
                await SayAsync($"{method} {address} HTTP/1.1{End}{(method == "POST" ? "Content-Length: 0\r\n" : "")}\r\n"),
                404,
                "not-found"
            );
    }

    [Fact]
    public async Task head_has_the_headers_of_get_and_no_body()
    {
        foreach (
            var address in new[] { "/v1/cases", "/v1/cases?limit=x", "/v1/municipality", "/deadlines", "/openapi/v1.json", "/nowhere", "/" }
        )
        {
            var (get, head) = (
                await SayAsync($"GET {address} HTTP/1.1{End}Accept-Encoding: gzip\r\n\r\n"),
                await SayAsync($"HEAD {address} HTTP/1.1{End}Accept-Encoding: gzip\r\n\r\n")
            );
            head.ShouldEndWith("\r\n\r\n");
            head.Split("\r\n\r\n")[1].ShouldBeEmpty();
            Headers(head).ShouldBe(Headers(get), address);
        }

        static IEnumerable<string> Headers(string answer) =>
            answer
                .Split("\r\n\r\n")[0]
                .Split("\r\n")
                .Where(line =>
                    new[] { "Date", "Content-Length", "Transfer-Encoding" }.All(each => !line.StartsWith(each, StringComparison.Ordinal))
                )
                .Order();
    }

    private async Task<string> SayAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(api.Http.BaseAddress!.Host, api.Http.BaseAddress.Port, OmbudApi.Cancel);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), OmbudApi.Cancel);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(OmbudApi.Cancel);
    }

    private static void ShouldBeProblem(string answer, int status, string code)
    {
        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain("Content-Type: application/problem+json");
        answer.ShouldContain($"\"type\":\"/problems/{code}\"");
        answer.ShouldContain($"\"status\":{status}");
    }
}
