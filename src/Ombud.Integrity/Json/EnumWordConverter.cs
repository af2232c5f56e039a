using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ombud.Integrity.Json;

/// <summary>
/// An enumeration as exactly one of its words. The framework's own converter reads other cases, surrounding spaces and several words at
/// once, as flags: <c>"half_year,tertial"</c> would become a third value that nobody sent.
/// </summary>
internal sealed class EnumWordConverter : JsonConverterFactory
{
    // What the framework writes is right; only its reading is not exact.
    private static readonly JsonSerializerOptions Words = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToFrozenDictionary(value => value, value => JsonSerializer.SerializeToElement(value, Words).GetString()!);

        private static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ByWord.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Give one of {string.Join(", ", Enum.GetValues<T>().Select(each => ByValue[each]))}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(ByValue[value]);
    }
}
