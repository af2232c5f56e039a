using System.Text;

namespace Ombud.Hostile.Tests.Sockets;

/// <summary>What no client sends, byte by byte. <c>{host}</c> stands for the server's own name.</summary>
internal static class RawCases
{
    private const string Get = "GET /health/live HTTP/1.1\r\nHost: {host}\r\n\r\n";
    private const string Body = """{"receivedOn":"2023-06-12"}""";

    /// <summary>Each is named by how it begins.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. new[]
        {
            Lines(),
            Versions(),
            Targets(),
            Methods(),
            Headers(),
            Hosts(),
            Lengths(),
            Smuggled(),
            Chunks(),
            Pipelined(),
            OtherProtocols(),
        }
            .SelectMany(cases => cases)
            .Select(Latin1),
    ];

    private static IEnumerable<string> Lines() =>
        from line in new[]
        {
            "",
            "\r\n",
            "\r\n\r\n\r\n",
            "\n",
            "GET",
            "GET ",
            "GET /",
            "GET / ",
            "GET  /  HTTP/1.1",
            "GET\t/\tHTTP/1.1",
            "/ HTTP/1.1",
            " GET / HTTP/1.1",
            "GET / HTTP/1.1 x",
            "GET / HTTP/1.1\r",
            "\0\0\0\0",
            "\xff\xfe\xfd",
            "G\0T / HTTP/1.1",
            "GET /\0 HTTP/1.1",
            "GET /\r/ HTTP/1.1",
            "{\"jsonrpc\":\"2.0\"}",
            "HELO x",
            "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
            new string('A', 100_000),
            "GET /" + new string('a', 8_100) + " HTTP/1.1",
            "GET /" + new string('a', 100_000) + " HTTP/1.1",
        }
        select $"{line}\r\nHost: {{host}}\r\n\r\n";

    private static IEnumerable<string> Versions() =>
        from version in new[]
        {
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/1.2",
            "HTTP/2.0",
            "HTTP/3",
            "HTTP/9.9",
            "HTTP/1.",
            "HTTP/1.1.1",
            "http/1.1",
            "HTTP/11",
            "HTTP/-1.1",
            "HTTPS/1.1",
            "XTTP/1.1",
            "HTTP/1.1\0",
            "",
        }
        select $"GET /health/live {version}\r\nHost: {{host}}\r\n\r\n";

    private static IEnumerable<string> Targets() =>
        from target in new[]
        {
            "http://{host}/health/live",
            "http://evil.example/health/live",
            "https://{host}/v1/cases",
            "HTTP://{host}",
            "ftp://{host}/",
            "http://",
            "http://user:word@{host}/health/live",
            "//evil.example/health/live",
            "///",
            "*",
            "health/live",
            "?",
            "#",
            "/#a",
            "/?#",
            "/%",
            "/%00",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/../../etc/passwd",
            "/..%2f..%2f",
            "/\\..\\..\\",
            "/v1/cases/%2e%2e/municipality",
            "/v1//cases",
            "/v1/cases/",
            "/v1/cases;jsessionid=1",
            "/v1/cases?\xff",
            "/\xc3\xa5",
            "/%c3%28",
            "/%ff",
            "/v1/cases?limit=1&limit=2",
            "/v1/cases?" + new string('&', 4_000),
            "/" + new string('/', 4_000),
            "/<script>alert(7331)</script>",
            "/problems/<script>",
            "/deadlines?unit=<script>alert(7331)</script>",
            "/swagger/../v1/cases",
            "/.git/config",
            "/web.config",
            "/appsettings.json",
        }
        select $"GET {target} HTTP/1.1\r\nHost: {{host}}\r\n\r\n";

    private static IEnumerable<string> Methods() =>
        from method in new[]
        {
            "CONNECT {host}",
            "CONNECT /",
            "OPTIONS *",
            "TRACE /health/live",
            "TRACK /",
            "DEBUG /",
            "PROPFIND /v1/cases",
            "get /health/live",
            "G(T /",
            "GET: /",
            $"{new string('M', 9_000)} /",
            "PRI *",
            "HEAD /v1/cases",
            "DELETE /v1/cases",
            "PATCH /v1/cases",
            "\xe5 /",
        }
        select $"{method} HTTP/1.1\r\nHost: {{host}}\r\n\r\n";

    private static IEnumerable<string> Headers() =>
        from header in new[]
        {
            "NoColon",
            ": empty",
            " Leading: space",
            "\tTab: x",
            "Space : x",
            "Folded: a\r\n b",
            "N\0l: x",
            "Value: a\0b",
            "Bare: a\rb",
            "Bare: a\nInjected: b",
            "Ünï: x",
            "(): x",
            "Cookie: " + new string('c', 20_000),
            "X: " + new string('x', 40_000),
            string.Join("\r\n", Enumerable.Range(0, 99).Select(i => $"H{i}: v")),
            string.Join("\r\n", Enumerable.Range(0, 5_000).Select(i => $"H{i}: v")),
            "Connection: close, keep-alive, upgrade",
            "Connection: Host",
            "Connection: Authorization\r\nAuthorization: Bearer x",
            "Expect: 100-continue",
            "Expect: 200-ok",
            "Accept: " + string.Join(',', Enumerable.Repeat("a/b", 2_000)),
            "Range: bytes=" + string.Join(',', Enumerable.Repeat("0-", 1_000)),
            "traceparent: \xff\xff",
            "Ombud-Municipality: \xe5",
            "Ombud-On-Behalf-Of: a\x01b",
            "Authorization: Bearer \xff",
            "If-None-Match: \"",
            "X-Forwarded-For: ' or 1=1",
            "Content-Type: \xff",
            "Trailer: Host",
            "TE: trailers",
        }
        select $"GET /v1/municipality HTTP/1.1\r\nHost: {{host}}\r\n{header}\r\n\r\n";

    private static IEnumerable<string> Hosts() =>
        from host in new[]
        {
            "",
            "Host:\r\n",
            "Host: a b\r\n",
            "Host: {host}\r\nHost: {host}\r\n",
            "Host: evil.example\r\n",
            "Host: {host}:99999\r\n",
            "Host: [::1\r\n",
            "Host: \xe5\r\n",
            "Host: 127.0.0.1@evil.example\r\n",
            "Host: localhost/../\r\n",
            $"Host: {new string('h', 5_000)}\r\n",
        }
        from version in new[] { "1.1", "1.0" }
        select $"GET /v1/municipality HTTP/{version}\r\n{host}\r\n";

    private static IEnumerable<string> Lengths() =>
        from length in new[]
        {
            "0",
            "5",
            "-1",
            "+27",
            "0x1b",
            "27 ",
            "27, 27",
            "27\r\nContent-Length: 27",
            "27\r\nContent-Length: 5",
            "99999999999999999999",
            "9223372036854775807",
            "1000001",
            "",
            "NaN",
            "2 7",
            "28",
            "26",
        }
        select Post($"Content-Length: {length}", Body);

    private static IEnumerable<string> Smuggled() =>
        from encoding in new[]
        {
            "chunked",
            "Chunked",
            " chunked",
            "chunked ",
            "\tchunked",
            "xchunked",
            "chunked, identity",
            "identity, chunked",
            "chunked, chunked",
            "gzip, chunked",
            "identity",
            "\"chunked\"",
            "chunked\r\nTransfer-Encoding: identity",
            "chunk\x0bed",
        }
        from length in new[] { "", "Content-Length: 0\r\n", "Content-Length: 6\r\n" }
        select Post($"{length}Transfer-Encoding: {encoding}", $"0\r\n\r\n{Get}");

    private static IEnumerable<string> Chunks() =>
        from chunks in new[]
        {
            "1b\r\n" + Body + "\r\n0\r\n\r\n",
            "1B;ext=1\r\n" + Body + "\r\n0\r\n\r\n",
            "1b;" + new string('e', 20_000) + "\r\n" + Body + "\r\n0\r\n\r\n",
            "-1\r\n",
            "FFFFFFFFFFFFFFFFF\r\n",
            "7fffffffffffffff\r\n{}",
            "zz\r\n{}\r\n",
            "\r\n\r\n",
            "2\r\n{}",
            "2\r\n{}X\r\n0\r\n\r\n",
            "2\n{}\n0\n\n",
            "0x2\r\n{}\r\n0\r\n\r\n",
            "00000000000000000000000000002\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}\r\n0\r\nTrailer: x\r\nHost: evil.example\r\nContent-Length: 5\r\n\r\n",
            "2\r\n{}\r\n0\r\n" + new string('T', 40_000) + ": x\r\n\r\n",
            string.Concat(Enumerable.Repeat("1\r\n{\r\n", 3_000)) + "0\r\n\r\n",
            "f4241\r\n" + new string(' ', 1_000_001) + "\r\n0\r\n\r\n",
        }
        select Post("Transfer-Encoding: chunked", chunks);

    private static IEnumerable<string> Pipelined() =>
        [
            string.Concat(Enumerable.Repeat(Get, 5)),
            string.Concat(Enumerable.Repeat(Get, 500)),
            Get + "garbage\r\n\r\n" + Get,
            Post("Content-Length: 27", Body + Get),
            Get + "POST /v1/cases HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000\r\n\r\n{",
        ];

    private static IEnumerable<string> OtherProtocols() =>
        from upgrade in new[]
        {
            "h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "TLS/1.3",
            "\0",
        }
        select $"GET /v1/municipality HTTP/1.1\r\nHost: {{host}}\r\nConnection: Upgrade\r\nUpgrade: {upgrade}\r\n\r\n";

    private static string Post(string header, string body) =>
        $"POST /v1/cases HTTP/1.1\r\nHost: {{host}}\r\nContent-Type: application/json\r\n{header}\r\n\r\n{body}";

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
