using System.Text.Json;
using NodaTime;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>The test vectors of docs/audit.md. Their hashes were computed by another program, from the document alone.</summary>
public sealed class KnownSeals
{
    private const string First = "f5a7d884d565ac8418509fbbe5d3d5b1c1abfb7eaaa1c3edc39479780a39f4fa";
    private const string Second = "62d4bbf4184fbb5f69c167bfc2db5465127fe49b9ef9a49ba778fd88aae80e5d";
    private const string Other = "8219b33d27bbe483b795b3b6a0592e361618b5e43f8fd362b9d23bf435374fe0";
    private const string FirstRoot = "5133d94470e3f2d86ab066a7c813e4fa1cfe827fa18c1ecbb9b4d4155ffcabaa";
    private static readonly Guid Home = new("00000001-0000-4000-8000-000000000000");
    private static readonly Guid Work = new("00000002-0000-4000-8000-000000000000");
    private static readonly Instant June = Instant.FromUtc(2023, 6, 13, 13, 0);

    [Fact]
    public void with_everything_and_letters_beyond_ascii() =>
        ShouldBe(
            new(
                "north",
                Home,
                1,
                "something_happened",
                June,
                "anna",
                "request-7",
                "message-3",
                Json("""{"what":"\u00c6 st\u00e5r p\u00e5 \u00f8ya 🐟"}"""),
                Json("""{"hash":"no part of it","import":{"line":2,"file":"old.csv"},"previous":"nor this"}"""),
                default,
                null,
                null
            ),
            previous: null,
            """
            {"actor":"anna","causation":"message-3","correlation":"request-7",
            """
                + """
                "data":{"what":"Æ står på øya 🐟"},"headers":{"import":{"file":"old.csv","line":2}},
                """
                + """
                "municipality":"north","recordedAt":"2023-06-13T13:00:00.000000Z",
                """
                + """
                "stream":"00000001-0000-4000-8000-000000000000","type":"something_happened","version":1}
                """,
            First
        );

    [Fact]
    public void by_nobody_with_a_fraction_and_no_headers_but_the_seal() =>
        ShouldBe(
            new(
                "north",
                Home,
                2,
                "more_happened",
                June + Microseconds.One,
                null,
                null,
                null,
                Json("""{"note": "a \"word\"\u000a", "howMuch": 12.750}"""),
                Json("""{"hash":"x"}"""),
                default,
                null,
                null
            ),
            First,
            """
            {"data":{"howMuch":12.75,"note":"a \"word\"\n"},"municipality":"north",
            """
                + """
                "previous":"f5a7d884d565ac8418509fbbe5d3d5b1c1abfb7eaaa1c3edc39479780a39f4fa",
                """
                + """
                "recordedAt":"2023-06-13T13:00:00.000001Z","stream":"00000001-0000-4000-8000-000000000000",
                """
                + """
                "type":"more_happened","version":2}
                """,
            Second
        );

    [Fact]
    public void with_nested_data_in_any_order() =>
        ShouldBe(
            new(
                "north",
                Work,
                1,
                "more_happened",
                Instant.FromUtc(2023, 6, 14, 6, 30) + Duration.FromMilliseconds(120),
                "bo",
                null,
                null,
                Json("""{"é":{},"a":{"y":{"x":1000000000000000000000,"w":1e5}},"z":[{"b":true,"a":-1},[]]}"""),
                null,
                default,
                null,
                null
            ),
            previous: null,
            """
            {"actor":"bo","data":{"a":{"y":{"w":100000,"x":1e+21}},"z":[{"a":-1,"b":true},[]],"é":{}},
            """
                + """
                "municipality":"north","recordedAt":"2023-06-14T06:30:00.120000Z",
                """
                + """
                "stream":"00000002-0000-4000-8000-000000000000","type":"more_happened","version":1}
                """,
            Other
        );

    [Fact]
    public void of_the_ledger()
    {
        Root(new("north", 1, Instant.FromUtc(2023, 6, 15, 0, 0), 3, null, null), new(Home, 2, Second), new(Work, 1, Other))
            .ShouldBe(FirstRoot);
        Root(
                new("north", 2, Instant.FromUtc(2023, 6, 16, 0, 0) + Duration.FromMilliseconds(500), 7, FirstRoot, null),
                new SealedHead(Work, 2, First)
            )
            .ShouldBe("d991b4eead6e9d34fee6ca6617029484ddfa2542838037ecb5598c3b2491a3aa");
    }

    [Fact]
    public void of_the_second_version_with_its_row_and_numbers_as_they_are_written() =>
        ShouldBe(
            new(
                "north",
                Home,
                2,
                "more_happened",
                June + Microseconds.One,
                "anna",
                null,
                null,
                Json("""{"note": "a \"word\"\u000a", "howMuch": 12.750, "share": 50.0000000000000000001, "small": -5E-7}"""),
                Json("""{"hash":"x","seal":2,"previous":"y","import":{"line":2,"file":"old.csv"}}"""),
                new("00000003-0000-4000-8000-000000000000"),
                "diary",
                "Ombud.MoreHappened, Ombud"
            ),
            First,
            """
            {"actor":"anna","data":{"howMuch":12.750,"note":"a \"word\"\n","share":50.0000000000000000001,"small":-0.0000005},
            """
                + """
                "dotnetType":"Ombud.MoreHappened, Ombud","headers":{"import":{"file":"old.csv","line":2}},
                """
                + """
                "id":"00000003-0000-4000-8000-000000000000","municipality":"north",
                """
                + """
                "previous":"f5a7d884d565ac8418509fbbe5d3d5b1c1abfb7eaaa1c3edc39479780a39f4fa",
                """
                + """
                "recordedAt":"2023-06-13T13:00:00.000001Z","seal":2,"stream":"00000001-0000-4000-8000-000000000000",
                """
                + """
                "streamType":"diary","type":"more_happened","version":2}
                """,
            "d128fee4fda001523b9c51434d46729203a10c517edbab774a6c0785e1f13602",
            version: 2
        );

    private static void ShouldBe(SealedEvent sealing, string? previous, string canonical, string hash, int version = 1)
    {
        sealing.Canonical(previous, version).ShouldBe(canonical);
        sealing.Hash(previous, version).ShouldBe(hash);
    }

    private static string Root(LedgerRoot root, params SealedHead[] heads)
    {
        using (root)
        {
            foreach (var head in heads)
                root.Add(head);
            return root.Finish();
        }
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
