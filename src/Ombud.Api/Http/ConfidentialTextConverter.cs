using System.Text.Json;
using System.Text.Json.Serialization;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>Callers give confidential texts in clear, never as something that is enciphered already.</summary>
internal sealed class ConfidentialTextConverter : JsonConverter<Confidential>
{
    public override Confidential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new Confidential.Clear(reader.GetString()!) : throw new JsonException("Give a text.");

    public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only read.");
}
