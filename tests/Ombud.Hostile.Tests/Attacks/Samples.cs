using System.Text.Json.Nodes;
using Ombud.Hostile.Tests.Contract;
using Ombud.Testing.Contract;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>Values that the contract takes, and mostly the rules behind it too.</summary>
internal sealed class Samples(OpenApi contract, Vocabulary words)
{
    private static readonly double[] OptionalFields = [0, 0.1, 0.4];

    public JsonNode? Of(JsonNode schema, string field, SeededRandom random)
    {
        var shape = contract.Resolve(schema);
        if (shape["enum"] is JsonArray { Count: > 0 } codes)
            return random.Pick<JsonNode?>([.. codes])?.DeepClone();
        var kinds = Shape.Kinds(shape);
        return kinds.Contains("object") ? Object(shape, random)
            : kinds.Contains("array")
                ? new JsonArray([
                    .. Enumerable
                        .Range(0, 1 + random.Below(2))
                        .Select(_ => Of(shape["items"]!, field, random)?.ToJsonString())
                        .Distinct()
                        .Select(text => JsonNode.Parse(text ?? "null")),
                ])
            : kinds.Contains("boolean") ? JsonValue.Create(random.Chance(0.8))
            : kinds.Contains("integer") || kinds.Contains("number") ? JsonValue.Create(Number(field, random))
            : JsonValue.Create(Text(shape, field, random));
    }

    private JsonObject Object(JsonObject shape, SeededRandom random)
    {
        if (shape["examples"] is JsonArray { Count: > 0 } examples && random.Chance(0.4))
            return random.Pick<JsonNode?>([.. examples])!.DeepClone().AsObject();
        var more = random.Pick(OptionalFields);
        var required = (shape["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        return new(
            (shape["properties"] as JsonObject ?? [])
                .Where(field => required.Contains(field.Key) || random.Chance(more))
                .Select(field => KeyValuePair.Create(field.Key, Of(field.Value!, field.Key, random)))
        );
    }

    private string Text(JsonObject shape, string field, SeededRandom random) =>
        (string?)shape["format"] switch
        {
            "date" => Vocabulary.Day(field, random),
            "date-time" => field == "asOf"
                ? $"2026-0{1 + random.Below(9)}-01T12:00:00Z"
                : $"{Vocabulary.Day(field, random)}T10:00:00+02:00",
            "uuid" => words.Id(field, random),
            _ => words.Text(field, random),
        };

    private static int Number(string field, SeededRandom random) =>
        field switch
        {
            "percent" => random.Below(101),
            "limit" => 1 + random.Below(50),
            "year" => 2018 + random.Below(10),
            _ => 1 + random.Below(4),
        };
}
