using System.Text.Json;

namespace Ombud.Domain.Tests;

public sealed class StoringAConfidentialText
{
    [Fact]
    public void writes_its_cipher_and_reads_it_back()
    {
        Confidential text = new Confidential.Enciphered("AA==");
        JsonSerializer.Serialize(text).ShouldBe("""{"cipher":"AA=="}""");
        JsonSerializer.Deserialize<Confidential>("""{"cipher":"AA=="}""").ShouldBe(text);
    }

    [Fact]
    public void reads_what_was_written_in_clear_once() =>
        JsonSerializer.Deserialize<Confidential>("\"A ramp\"").ShouldBe(new Confidential.Clear("A ramp"));

    [Fact]
    public void never_writes_in_clear() =>
        Should.Throw<InvalidOperationException>(() => JsonSerializer.Serialize<Confidential>(new Confidential.Clear("A ramp")));

    [Theory]
    [InlineData("17")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void reads_nothing_else(string stored) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Confidential>(stored));

    [Fact]
    public void is_none_where_there_is_no_text() => ((Confidential?)(string?)null).ShouldBeNull();
}
