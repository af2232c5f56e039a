using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// Reads a JSON object from the bytes of a body, a file or a line of one; or says what is wrong with it and where. Bytes that are not
/// UTF-8 are refused: their text could only be guessed.
/// </summary>
internal static class JsonText
{
    /// <summary>How many objects and lists may stand in one another.</summary>
    public const int Deepest = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <param name="whole">What a fault calls the whole: <c>body</c>, <c>file</c>.</param>
    /// <param name="line">The number of its first line.</param>
    /// <returns>The object, an empty one where there is no text; or what is wrong.</returns>
    public static (JsonObject? Given, Fault? Fault) Read(ReadOnlySpan<byte> bytes, string whole, int line = 1)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.IsEmpty)
            return ([], null);
        if (!Utf8.IsValid(bytes))
            return (null, new(whole, "not_utf8", $"Send it in UTF-8: byte {FirstInvalid(bytes) + 1} belongs to no character of it."));
        try
        {
            // Names are read when they are counted.
            return JsonNode.Parse(bytes, documentOptions: Strict) is JsonObject { Count: >= 0 } given
                ? (given, null)
                : (null, new(whole, "invalid_json", "Send a JSON object."));
        }
        catch (InvalidOperationException)
        {
            return (null, HalfACharacter(whole));
        }
        catch (JsonException)
        {
            return (null, FaultIn(bytes, whole, line));
        }
    }

    /// <summary>Reads on to the first thing that is wrong.</summary>
    private static Fault FaultIn(ReadOnlySpan<byte> bytes, string whole, int line)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest + 1 });
        var path = new JsonPath();
        try
        {
            while (reader.Read())
                if (!path.Take(reader))
                    return new(
                        path.ToString(),
                        "duplicate",
                        $"{path} is given a second time at {Place(bytes, reader.TokenStartIndex, line)}. Give each field once."
                    );
                else if (path.Depth > Deepest)
                    return new(
                        whole,
                        "too_deep",
                        $"At {Place(bytes, reader.TokenStartIndex, line)} objects and lists are nested more than {Deepest} deep: nest less."
                    );
            throw new UnreachableException("It was not valid a moment ago.");
        }
        catch (InvalidOperationException)
        {
            return HalfACharacter(whole);
        }
        catch (JsonException e)
        {
            return new(
                whole,
                "invalid_json",
                $"This is not valid JSON at line {e.LineNumber + line}, byte {e.BytePositionInLine + 1}. Send a JSON object (RFC 8259)."
            );
        }
    }

    private static Fault HalfACharacter(string whole) =>
        new(whole, "invalid_unicode", "A field's name has half a character in it (a lone surrogate).");

    private static string Place(ReadOnlySpan<byte> bytes, long at, int line)
    {
        var before = bytes[..(int)at];
        return $"line {before.Count((byte)'\n') + line}, byte {before.Length - before.LastIndexOf((byte)'\n')}";
    }

    /// <summary>Where the first byte stands that is no part of a character.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var place = 0;
        while (Rune.DecodeFromUtf8(bytes[place..], out _, out var length) == OperationStatus.Done)
            place += length;
        return place;
    }
}
