namespace Ombud.Hostile.Tests.Attacks;

/// <summary>Headers that are malformed, huge, or many.</summary>
internal static class HeaderMutations
{
    private static readonly string[] Values =
    [
        "\"1\"",
        "\"0\"",
        "\"-1\"",
        "\"99999999999999999999\"",
        "\"9223372036854775807\"",
        "W/\"1\"",
        "\"1\", \"2\"",
        "*",
        "1",
        "\"",
        "\"\"",
        "",
        " ",
        "*/*;q=2",
        "text/html",
        "text/csv",
        "application/x-ndjson",
        "application/zip",
        "a/b/c;;;q=",
        "text/*;q=0.0001, */*;q=0",
        "drammen,drammen",
        "Drammen",
        "no-such-place",
        "../quiet",
        "quiet' or '1'='1",
        "ø",
        "å\u202Eb",
        "<script>alert(7331)</script>",
        "=cmd|'/C calc'!A1",
        "'; drop schema ombud cascade; --",
        "a\tb",
        "\u0001",
        "null",
        "{}",
        "00-00000000000000000000000000000000-0000000000000000-00",
        "00-x",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "en-US,en;q=0.9,*;q=nonsense",
        "gzip;q=0",
        "bytes=0-",
        "bytes=5-1,-",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "100-continue",
        new('h', 200),
        new('h', 201),
        new('h', 5_000),
        new('h', 31_000),
    ];

    private static readonly string[] Names =
    [
        "If-Match",
        "If-Match",
        "If-None-Match",
        "If-None-Match",
        "Accept",
        "Accept",
        "Ombud-Municipality",
        "Ombud-On-Behalf-Of",
        "Ombud-On-Behalf-Of",
        "Accept-Language",
        "Accept-Charset",
        "Accept-Encoding",
        "Range",
        "If-Modified-Since",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "Forwarded",
        "X-HTTP-Method-Override",
        "X-Original-URL",
        "Cookie",
        "Origin",
        "Sec-Fetch-Site",
        "Referer",
        "User-Agent",
        "tracestate",
        "baggage",
        "Request-Id",
        "Idempotency-Key",
        "Authorization",
    ];

    public static readonly IReadOnlyList<Action<Attack, SeededRandom>> All = [AnyValue, AnyValue, AnyValue, Twice, Many, AnotherTrace];

    private static void AnyValue(Attack attack, SeededRandom random)
    {
        var name = random.Pick(Names);
        attack.Headers.RemoveAll(header => header.Name == name);
        attack.Headers.Add((name, random.Pick(Values)));
        attack.Mutated.Add($"header {name}");
    }

    private static void Twice(Attack attack, SeededRandom random)
    {
        var name = random.Pick(Names);
        attack.Headers.Add((name, random.Pick(Values)));
        attack.Headers.Add((name, random.Pick(Values)));
        attack.Mutated.Add($"header {name} twice");
    }

    private static void Many(Attack attack, SeededRandom random)
    {
        for (var i = random.Pick([10, 40, 80]); i > 0; i--)
            attack.Headers.Add(($"X-H{i}", "v"));
        attack.Mutated.Add("many headers");
    }

    /// <summary>Read as it is sent, so nothing that it records can be found by the right one: only where nothing is recorded.</summary>
    private static void AnotherTrace(Attack attack, SeededRandom random)
    {
        if (attack.Method == HttpMethod.Get && attack.Operation?.Id != "readPersonalData")
            attack.Headers.Add(("traceparent", random.Pick(Values)));
        attack.Mutated.Add("trace");
    }
}
