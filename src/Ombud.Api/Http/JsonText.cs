using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>Reads a JSON object from the bytes of a body or a file. Bytes that are not UTF-8 are refused: their text could only be guessed.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="field">What a fault calls the whole: <c>body</c>, <c>file</c>.</param>
    /// <returns>The object, an empty one where there is no text; or what is wrong.</returns>
    public static (JsonObject? Given, Fault? Fault) Read(ReadOnlySpan<byte> bytes, string field)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.IsEmpty)
            return ([], null);
        if (!Utf8.IsValid(bytes))
            return (null, new(field, "not_utf8", $"Send it in UTF-8: byte {FirstInvalid(bytes) + 1} belongs to no character of it."));
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Strict) is JsonObject given
                ? (given, null)
                : (null, new(field, "invalid_json", "Send a JSON object."));
        }
        catch (InvalidOperationException)
        {
            return (null, new(field, "invalid_unicode", "A field's name has half a character in it (a lone surrogate)."));
        }
        catch (JsonException e)
        {
            return (null, new(field, "invalid_json", $"This is not valid JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }
    }

    /// <summary>Where the first byte stands that is no part of a character.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var place = 0;
        while (Rune.DecodeFromUtf8(bytes[place..], out _, out var length) == System.Buffers.OperationStatus.Done)
            place += length;
        return place;
    }
}
