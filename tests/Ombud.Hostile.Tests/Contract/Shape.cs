using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Contract;

/// <summary>A light look whether an answer has the shape that the contract gives it: types, and fields that must be there.</summary>
internal static class Shape
{
    /// <returns>The first thing that is otherwise; null where nothing is.</returns>
    public static string? Fault(OpenApi contract, JsonNode schema, JsonNode? value, string place = "$")
    {
        var shape = contract.Resolve(schema);
        if (
            Kinds(shape) is { Count: > 0 } kinds
            && !kinds.Contains(KindOf(value))
            && !(KindOf(value) == "integer" && kinds.Contains("number"))
        )
            return $"{place} is {KindOf(value)}, not {string.Join(" or ", kinds)}";
        return value switch
        {
            JsonObject fields => (shape["required"] as JsonArray ?? [])
                .Where(name => !fields.ContainsKey((string)name!))
                .Select(name => $"{place}.{name} is missing")
                .FirstOrDefault()
                ?? fields
                    .Where(field => shape["properties"]?[field.Key] is not null)
                    .Select(field => Fault(contract, shape["properties"]![field.Key]!, field.Value, $"{place}.{field.Key}"))
                    .FirstOrDefault(fault => fault is not null),
            JsonArray items when shape["items"] is { } item => items
                .Take(20)
                .Select((each, i) => Fault(contract, item, each, $"{place}[{i}]"))
                .FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    /// <summary>The types that a schema names, as the contract calls them.</summary>
    public static IReadOnlyList<string> Kinds(JsonNode schema) =>
        schema["type"] switch
        {
            JsonArray several => [.. several.Select(kind => (string)kind!)],
            { } one => [(string)one!],
            null => [],
        };

    private static string KindOf(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
            _ => "null",
        };
}
