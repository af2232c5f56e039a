using System.Text.Json;
using System.Text.Json.Serialization;
using Ombud.Integrity.Json;

namespace Ombud.Domain.Tests;

/// <summary>Events as tests compare them: with their texts. The product never writes them so.</summary>
internal sealed class InClear : JsonConverter<Confidential>
{
    public static JsonSerializerOptions Options { get; } = new(EventJson.Options) { Converters = { new InClear() } };

    public override Confidential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Readable);
}
