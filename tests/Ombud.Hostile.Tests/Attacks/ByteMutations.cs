using System.IO.Compression;
using System.Text;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What is wrong with the bytes of a body, or with what is said of them.</summary>
internal static class ByteMutations
{
    private static readonly string[] Wholes =
    [
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"x\"",
        "{",
        "}",
        "{}{}",
        "{} x",
        "true",
        "// x\n{}",
        "{\"a\":1,}",
        "\0",
        "a=b&c=d",
        "<a/>",
        "\uFEFF{}",
        "{\"\":\"\"}",
    ];

    private static readonly string[] Types =
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/problem+json",
        "application/json; charset=utf-16",
        "application/json; charset=latin1",
        "application/json; charset=nonsense",
        "application/json;",
        "APPLICATION/JSON",
        "application/json, text/plain",
        "json",
        "*/*",
        "",
        "application/json; charset=\"",
        "text/json",
        "application/merge-patch+json",
    ];

    public static readonly IReadOnlyList<Action<Attack, SeededRandom>> All =
    [
        AnotherWhole,
        CutOff,
        NoUtf8,
        Utf16,
        ByteOrderMark,
        AnotherType,
        AnotherType,
        NoType,
        GzipClaimed,
        Gzip,
    ];

    private static void AnotherWhole(Attack attack, SeededRandom random) =>
        Be(attack, Encoding.UTF8.GetBytes(random.Pick(Wholes)), "another body");

    private static void CutOff(Attack attack, SeededRandom random) =>
        Be(attack, attack.Content is { Length: > 0 } whole ? whole[..random.Below(whole.Length)] : [], "cut off");

    private static void NoUtf8(Attack attack, SeededRandom random)
    {
        var bytes = new List<byte>(attack.Content ?? []);
        bytes.InsertRange(
            random.Below(bytes.Count + 1),
            random.Pick<byte[]>([
                [0xff],
                [0xc0, 0xaf],
                [0xed, 0xa0, 0x80],
                [0xf5, 0x80, 0x80, 0x80],
                [0xe2, 0x82],
                [0],
            ])
        );
        Be(attack, [.. bytes], "no UTF-8");
    }

    private static void Utf16(Attack attack, SeededRandom random) =>
        Be(
            attack,
            [
                .. (random.Chance(0.5) ? Encoding.Unicode : Encoding.BigEndianUnicode) is var utf16 ? utf16.GetPreamble() : [],
                .. utf16.GetBytes(Encoding.UTF8.GetString(attack.Content ?? [])),
            ],
            "UTF-16"
        );

    private static void ByteOrderMark(Attack attack, SeededRandom random) =>
        Be(attack, [0xef, 0xbb, 0xbf, .. attack.Content ?? []], "byte order mark");

    private static void AnotherType(Attack attack, SeededRandom random)
    {
        attack.ContentType = random.Pick(Types);
        attack.Mutated.Add("another type");
    }

    private static void NoType(Attack attack, SeededRandom random)
    {
        attack.ContentType = null;
        attack.Mutated.Add("no type");
    }

    private static void GzipClaimed(Attack attack, SeededRandom random)
    {
        attack.Headers.Add(("Content-Encoding", random.Pick(["gzip", "br", "identity", "gzip, gzip", "nonsense"])));
        attack.Mutated.Add("gzip claimed");
    }

    private static void Gzip(Attack attack, SeededRandom random)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(attack.Content ?? []);
        attack.Headers.Add(("Content-Encoding", "gzip"));
        Be(attack, packed.ToArray(), "gzip");
    }

    private static void Be(Attack attack, byte[] bytes, string how)
    {
        attack.Bytes = bytes;
        attack.Mutated.Add(how);
    }
}
