using System.Text.Json;
using System.Text.Json.Serialization;
using Ombud.Domain;
using Ombud.Integrity.Json;

namespace Ombud.Api.Streams;

/// <summary>
/// Writes events as a history shows them: a confidential text as its ciphertext, or as withheld where it was recorded before texts were
/// enciphered.
/// </summary>
internal sealed class RedactingTextConverter : JsonConverter<Confidential>
{
    public static JsonSerializerOptions Options { get; } = new(EventJson.Options) { Converters = { new RedactingTextConverter() } };

    public override Confidential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only written.");

    public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value is Confidential.Enciphered(var cipher))
            writer.WriteString("cipher", cipher);
        else
            writer.WriteBoolean("withheld", true);
        writer.WriteEndObject();
    }
}
