using System.Text.Json;
using NodaTime;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Tests.Json;

public sealed class ReadingADate
{
    [Theory]
    [InlineData("2023-06-13", 2023, 6, 13)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    [InlineData("0001-01-01", 1, 1, 1)]
    [InlineData("9999-12-31", 9999, 12, 31)]
    public void takes_a_date_and_writes_it_the_same(string text, int year, int month, int day)
    {
        var date = JsonSerializer.Deserialize<LocalDate>($"\"{text}\"", EventJson.Options);
        date.ShouldBe(new LocalDate(year, month, day));
        JsonSerializer.Serialize(date, EventJson.Options).ShouldBe($"\"{text}\"");
    }

    [Theory]
    [InlineData("\"2023-02-29\"")]
    [InlineData("\"2023-13-01\"")]
    [InlineData("\"2023-06-31\"")]
    [InlineData("\"2023-6-1\"")]
    [InlineData("\"13.06.2023\"")]
    [InlineData("\"2023-06-13T00:00:00Z\"")]
    [InlineData("\" 2023-06-13\"")]
    [InlineData("\"0000-01-01\"")]
    [InlineData("\"-0001-01-01\"")]
    [InlineData("\"10000-01-01\"")]
    [InlineData("\"\"")]
    [InlineData("20230613")]
    [InlineData("null")]
    [InlineData("{}")]
    public void refuses_anything_else_and_says_what_it_wants(string json) =>
        Should
            .Throw<JsonException>(() => JsonSerializer.Deserialize<LocalDate>(json, EventJson.Options))
            .Message.ShouldContain("2023-06-13");
}
