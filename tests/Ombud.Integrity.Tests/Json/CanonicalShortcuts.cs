using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Tests.Json;

/// <summary>What is taken over from a document as it stands is what would have been written.</summary>
public sealed class CanonicalShortcuts
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("20230613", "20230613")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1000000000000000000000", "1e+21")]
    [InlineData("7.0", "7")]
    [InlineData("7e0", "7")]
    public void for_whole_numbers_end_where_a_double_does(string written, string canonical) => Canonical(written).ShouldBe(canonical);

    [Fact]
    public void give_the_same_bytes_for_strings_with_escapes_and_without()
    {
        foreach (var text in Enumerable.Range(0, 0x300).Select(c => $"a{(char)c}b").Append("🐟").Append(""))
        {
            var plain = JsonSerializer.Serialize(text, EventJson.Options);
            var escaped = $"\"{string.Concat(text.Select(c => $"\\u{(int)c:x4}"))}\"";
            Canonical($"{{{plain}:{plain}}}").ShouldBe(Canonical($"{{{escaped}:{escaped}}}"), text);
        }
    }

    [Fact]
    public void leave_members_in_order_however_they_came()
    {
        var random = new Random(1);
        var names = Enumerable.Range(0, 60).Select(i => $"{(char)('a' + (i % 7))}{new string('z', i / 7)}ø"[..((i / 7) + 1)] + i).ToArray();
        var sorted = $"{{{string.Join(',', names.Order(StringComparer.Ordinal).Select(name => $"\"{name}\":1"))}}}";
        for (var time = 0; time < 50; time++)
        {
            random.Shuffle(names);
            Canonical(new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(1)))).ToJsonString())
                .ShouldBe(sorted);
        }
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonElement.Parse(json)));
}
