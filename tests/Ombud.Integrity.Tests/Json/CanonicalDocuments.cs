using System.Text;
using System.Text.Json;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Tests.Json;

/// <summary>RFC 8785, section 3.2, with its own examples.</summary>
public sealed class CanonicalDocuments
{
    [Fact]
    public void are_as_in_the_standards_example() =>
        Canonical(
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                  "literals": [null, true, false]
                }
                """
            )
            .ShouldBe(
                """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"""
            );

    [Fact]
    public void have_their_members_in_the_order_of_utf_16_code_units() =>
        Canonical(
                """
                {
                  "\u20ac": "Euro Sign",
                  "\r": "Carriage Return",
                  "\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\ud83d\ude00": "Emoji: Grinning Face",
                  "\u0080": "Control",
                  "\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """
            )
            .ShouldBe(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                    + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}"
            );

    [Fact]
    public void have_their_members_sorted_at_every_depth_and_their_lists_as_they_were() =>
        Canonical("""{"b":[{"d":1,"c":[3,1,2]}],"a":{"B":1,"A":2,"a":3,"aa":4,"":5}}""")
            .ShouldBe("""{"a":{"":5,"A":2,"B":1,"a":3,"aa":4},"b":[{"c":[3,1,2],"d":1}]}""");

    [Theory]
    [InlineData("\"\\b\\f\\n\\r\\t\"", "\"\\b\\f\\n\\r\\t\"")]
    [InlineData("\"\\u0000\\u0001\\u001F\\u007f\"", "\"\\u0000\\u0001\\u001f\u007f\"")]
    [InlineData("\"\\/\\u003C\\u003e\\u0026\\u2028\"", "\"/<>&\u2028\"")]
    [InlineData("\"\\u00e6\\u00F8\\u00E5\"", "\"æøå\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"")]
    public void escape_only_what_must_be(string written, string canonical) => Canonical(written).ShouldBe(canonical);

    [Fact]
    public void cannot_be_made_of_half_a_character() => Should.Throw<InvalidOperationException>(() => Canonical("\"\\ud83d\""));

    [Fact]
    public void are_utf_8_without_a_mark() =>
        CanonicalJson.Bytes(JsonElement.Parse("\"€\"")).ShouldBe([(byte)'"', 0xE2, 0x82, 0xAC, (byte)'"']);

    [Fact]
    public void have_the_same_digest_however_they_were_written() =>
        CanonicalJson
            .Digest(JsonElement.Parse("""{"a":1.0,"b":"\u00e6"}"""))
            .ShouldBe(CanonicalJson.Digest(JsonElement.Parse("""{ "b": "æ", "a": 1 }""")));

    [Fact]
    public void have_the_digest_that_any_sha_256_tool_gives() =>
        CanonicalJson.Digest(JsonElement.Parse("{}")).ShouldBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonElement.Parse(json)));
}
