using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Ombud.Integrity.Json;

/// <summary>A calendar date, <c>2023-06-13</c>.</summary>
public sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var date)
            ? date
            : throw new JsonException("Give a date such as 2023-06-13.");

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));

    /// <summary>Reads a date of the years 1 to 9999.</summary>
    public static bool TryParse(string text, out LocalDate date) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date) && date.Year is >= 1 and <= 9999;
}

/// <summary>
/// A moment, read with any offset (<c>2023-06-13T15:00:00+02:00</c>), written in UTC to the microsecond, which is what PostgreSQL keeps.
/// </summary>
public sealed class InstantConverter : JsonConverter<Instant>
{
    // What .NET and PostgreSQL can both hold, whatever the offset.
    private static readonly Interval Known = new(Instant.FromUtc(2, 1, 1, 0, 0), Instant.FromUtc(9999, 1, 1, 0, 0));
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFFFF'Z'");

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var moment)
            ? moment
            : throw new JsonException("Give a moment with its offset, such as 2023-06-13T15:00:00+02:00.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    public static string Format(Instant moment) => Utc.Format(moment);

    /// <summary>Reads RFC 3339 and cuts what is finer than a microsecond.</summary>
    public static bool TryParse(string text, out Instant moment)
    {
        // An hour 24 is ISO 8601's and not RFC 3339's; a local time of the year 9999 may be later than any instant.
        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text.ToUpperInvariant());
        var isOne = parsed is { Success: true, Value.Year: >= 1 and < 9999 } && text[11..13] != "24";
        moment = isOne ? parsed.Value.ToInstant().ToMicroseconds() : default;
        return isOne && Known.Contains(moment);
    }
}
