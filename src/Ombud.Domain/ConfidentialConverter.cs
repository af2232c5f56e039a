using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ombud.Domain;

/// <summary>
/// How a confidential text is stored: <c>{"cipher":"…"}</c>. In clear it is never written; what was, before texts were enciphered, is still
/// read.
/// </summary>
public sealed class ConfidentialConverter : JsonConverter<Confidential>
{
    private const string CipherName = "cipher";

    public override Confidential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new Confidential.Clear(reader.GetString()!);
        using var stored = JsonDocument.ParseValue(ref reader);
        return stored.RootElement is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(CipherName, out var cipher)
            ? new Confidential.Enciphered(cipher.GetString()!)
            : throw new JsonException("A confidential text is stored as its cipher.");
    }

    public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options)
    {
        if (value is not Confidential.Enciphered(var cipher))
            throw new InvalidOperationException("A confidential text is not written in clear.");
        writer.WriteStartObject();
        writer.WriteString(CipherName, cipher);
        writer.WriteEndObject();
    }
}
