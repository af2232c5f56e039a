using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>A JSON object as somebody wrote it, or what is wrong with it and where.</summary>
internal static class JsonText
{
    /// <summary>How many objects and lists may stand in one another.</summary>
    public const int Deepest = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <param name="whole">What a fault names that is of no field.</param>
    /// <param name="line">The number of its first line.</param>
    public static (JsonObject? Given, Fault? Fault) Read(byte[] utf8, string whole, int line = 1)
    {
        try
        {
            // Names are read when they are counted.
            return JsonNode.Parse(utf8, documentOptions: Strict) is JsonObject { Count: >= 0 } given
                ? (given, null)
                : (null, new(whole, "invalid_json", "Give a JSON object."));
        }
        catch (JsonException)
        {
            return (null, FaultIn(utf8, whole, line));
        }
        catch (InvalidOperationException)
        {
            return (null, HalfACharacter(whole));
        }
    }

    private static Fault HalfACharacter(string whole) =>
        new(whole, "invalid_unicode", "A field's name has half a character in it (a lone surrogate).");

    /// <summary>Reads on to the first thing that is wrong.</summary>
    private static Fault FaultIn(byte[] utf8, string whole, int line)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest + 1 });
        var open = new Stack<Part>();
        try
        {
            while (reader.Read())
            {
                var at = reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName when !open.Peek().Begin(reader.GetString()!):
                        return new(
                            PathOf(open),
                            "duplicate",
                            $"{PathOf(open)} is given a second time at {Place(utf8, at, line)}. Give each field once."
                        );
                    case JsonTokenType.PropertyName:
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    default:
                        if (open.TryPeek(out var part))
                            part.Count();
                        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                            break;
                        if (reader.CurrentDepth == Deepest)
                            return new(
                                whole,
                                "too_deep",
                                $"At {Place(utf8, at, line)} objects and lists are nested more than {Deepest} deep. Nest them less."
                            );
                        open.Push(new(reader.TokenType == JsonTokenType.StartArray));
                        break;
                }
            }
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
                $"This is not valid JSON at line {e.LineNumber + line}, byte {e.BytePositionInLine + 1}. Give a JSON object (RFC 8259)."
            );
        }
    }

    private static string Place(ReadOnlySpan<byte> utf8, long at, int line)
    {
        var before = utf8[..(int)at];
        return $"line {before.Count((byte)'\n') + line}, byte {before.Length - before.LastIndexOf((byte)'\n')}";
    }

    private static string PathOf(IEnumerable<Part> open) => string.Concat(open.Reverse().Select(part => part.Step)).TrimStart('.');

    /// <summary>An object or a list that has begun, and how far it was read.</summary>
    private sealed class Part(bool isList)
    {
        private readonly HashSet<string> _names = [];
        private int _read;
        private string _name = "";

        public string Step => isList ? $"[{_read - 1}]" : $".{_name}";

        /// <returns>False where the object has such a field already.</returns>
        public bool Begin(string name) => _names.Add(_name = name);

        public void Count() => _read++;
    }
}
