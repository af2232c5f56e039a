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

    public static readonly IReadOnlyList<Action<Attack, Dice>> All =
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

    private static void AnotherWhole(Attack attack, Dice dice) => Be(attack, Encoding.UTF8.GetBytes(dice.Pick(Wholes)), "another body");

    private static void CutOff(Attack attack, Dice dice) =>
        Be(attack, attack.Content is { Length: > 0 } whole ? whole[..dice.Below(whole.Length)] : [], "cut off");

    private static void NoUtf8(Attack attack, Dice dice)
    {
        var bytes = new List<byte>(attack.Content ?? []);
        bytes.InsertRange(
            dice.Below(bytes.Count + 1),
            dice.Pick<byte[]>([
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

    private static void Utf16(Attack attack, Dice dice) =>
        Be(
            attack,
            [
                .. (dice.Chance(0.5) ? Encoding.Unicode : Encoding.BigEndianUnicode) is var utf16 ? utf16.GetPreamble() : [],
                .. utf16.GetBytes(Encoding.UTF8.GetString(attack.Content ?? [])),
            ],
            "UTF-16"
        );

    private static void ByteOrderMark(Attack attack, Dice dice) =>
        Be(attack, [0xef, 0xbb, 0xbf, .. attack.Content ?? []], "byte order mark");

    private static void AnotherType(Attack attack, Dice dice)
    {
        attack.ContentType = dice.Pick(Types);
        attack.Spoilt.Add("another type");
    }

    private static void NoType(Attack attack, Dice dice)
    {
        attack.ContentType = null;
        attack.Spoilt.Add("no type");
    }

    private static void GzipClaimed(Attack attack, Dice dice)
    {
        attack.Headers.Add(("Content-Encoding", dice.Pick(["gzip", "br", "identity", "gzip, gzip", "nonsense"])));
        attack.Spoilt.Add("gzip claimed");
    }

    private static void Gzip(Attack attack, Dice dice)
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
        attack.Spoilt.Add(how);
    }
}
