using System.Text.Json;
using System.Text.Json.Serialization;
using Ombud.Domain;
using Ombud.Integrity.Json;

namespace Ombud.Api.Streams;

/// <summary>Events as a history shows them: a confidential text as its cipher, or as withheld where it was recorded before texts were enciphered.</summary>
internal sealed class Withheld : JsonConverter<Confidential>
{
    public static JsonSerializerOptions Options { get; } = new(EventJson.Options) { Converters = { new Withheld() } };

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
