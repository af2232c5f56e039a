using System.Text.Json;
using NodaTime;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Tests.Json;

public sealed class ReadingAMoment
{
    [Theory]
    [InlineData("2023-06-13T13:00:00Z", "2023-06-13T13:00:00Z")]
    [InlineData("2023-06-13t13:00:00z", "2023-06-13T13:00:00Z")]
    [InlineData("2023-06-13T15:00:00+02:00", "2023-06-13T13:00:00Z")]
    [InlineData("2023-06-13T00:30:00+02:00", "2023-06-12T22:30:00Z")]
    [InlineData("2023-06-13T08:30:00-04:30", "2023-06-13T13:00:00Z")]
    [InlineData("2023-06-13T13:00:00-00:00", "2023-06-13T13:00:00Z")]
    [InlineData("2023-06-13T13:00:00.5Z", "2023-06-13T13:00:00.5Z")]
    [InlineData("2023-06-13T13:00:00.000001Z", "2023-06-13T13:00:00.000001Z")]
    public void takes_any_offset_and_writes_it_in_utc(string text, string utc) => Written(text).ShouldBe(utc);

    [Theory]
    [InlineData("2023-06-13T13:00:00.1234567Z", "2023-06-13T13:00:00.123456Z")]
    [InlineData("2023-06-13T13:00:00.123456999Z", "2023-06-13T13:00:00.123456Z")]
    [InlineData("2023-06-13T13:00:00.0000009Z", "2023-06-13T13:00:00Z")]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z")]
    [InlineData("1950-06-13T13:00:00.123456999Z", "1950-06-13T13:00:00.123456Z")]
    public void cuts_what_is_finer_than_a_microsecond(string text, string cut) => Written(text).ShouldBe(cut);

    [Theory]
    [InlineData("2023-06-13T13:00:00")]
    [InlineData("2023-06-13")]
    [InlineData("2023-06-13T13:00Z")]
    [InlineData("2023-06-13 13:00:00Z")]
    [InlineData("2023-06-13T13:60:00Z")]
    [InlineData("2023-06-13T23:59:60Z")]
    [InlineData("2023-02-29T13:00:00Z")]
    [InlineData("2023-06-13T13:00:00+2")]
    [InlineData("2023-06-13T13:00:00+25:00")]
    [InlineData("0000-06-13T13:00:00Z")]
    [InlineData("0001-01-01T00:00:00+02:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2023-06-13T24:00:00Z")]
    [InlineData("12023-06-13T13:00:00Z")]
    [InlineData("")]
    public void refuses_what_is_none_or_what_no_database_holds(string text) =>
        Should.Throw<JsonException>(() => Read($"\"{text}\"")).Message.ShouldContain("2023-06-13T15:00:00+02:00");

    [Theory]
    [InlineData("1686661200")]
    [InlineData("null")]
    [InlineData("[]")]
    public void refuses_what_is_no_text(string json) => Should.Throw<JsonException>(() => Read(json));

    private static Instant Read(string json) => JsonSerializer.Deserialize<Instant>(json, EventJson.Options);

    private static string Written(string text) =>
        JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(Read($"\"{text}\""), EventJson.Options))!;
}
