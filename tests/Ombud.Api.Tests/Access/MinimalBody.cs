using System.Text.Json.Nodes;
using Ombud.Testing.Contract;

namespace Ombud.Api.Tests.Access;

/// <summary>The smallest value that a schema of the contract takes.</summary>
internal static class MinimalBody
{
    /// <param name="contract">The whole, for what the schema refers to.</param>
    public static JsonNode? Of(JsonNode? schema, OpenApi contract)
    {
        if (schema?["$ref"] is not null)
            return Of(contract.Resolve(schema), contract);
        if (schema?["enum"] is JsonArray { Count: > 0 } words)
            return words[0]!.DeepClone();
        if ((schema?["oneOf"] ?? schema?["allOf"]) is JsonArray choices)
            return Of(choices[^1], contract);
        return Kind(schema) switch
        {
            "object" => new JsonObject(
                (schema!["required"] as JsonArray ?? []).Select(name =>
                    KeyValuePair.Create((string)name!, Of(schema["properties"]![(string)name!], contract))
                )
            ),
            "array" => new JsonArray(Of(schema!["items"], contract)),
            "boolean" => true,
            "integer" or "number" => 1,
            _ => (string?)schema?["format"] switch
            {
                "date" => "2023-06-12",
                "date-time" => "2023-06-12T10:00:00Z",
                "uuid" => "0197a3c4-5f00-7000-8000-000000000001",
                _ => "x",
            },
        };
    }

    private static string? Kind(JsonNode? schema) =>
        schema?["type"] is JsonArray kinds ? (string?)kinds.First(kind => (string?)kind != "null") : (string?)schema?["type"];
}
