using System.Text.Json.Nodes;
using Ombud.Hostile.Tests.Contract;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>Values that the contract takes, and mostly the rules behind it too.</summary>
internal sealed class Samples(OpenApi contract, Vocabulary words)
{
    private static readonly double[] OptionalFields = [0, 0.1, 0.4];

    public JsonNode? Of(JsonNode schema, string field, Dice dice)
    {
        var shape = contract.Resolve(schema);
        if (shape["enum"] is JsonArray { Count: > 0 } codes)
            return dice.Pick<JsonNode?>([.. codes])?.DeepClone();
        var kinds = Shape.Kinds(shape);
        return kinds.Contains("object") ? Object(shape, dice)
            : kinds.Contains("array")
                ? new JsonArray([
                    .. Enumerable
                        .Range(0, 1 + dice.Below(2))
                        .Select(_ => Of(shape["items"]!, field, dice)?.ToJsonString())
                        .Distinct()
                        .Select(text => JsonNode.Parse(text ?? "null")),
                ])
            : kinds.Contains("boolean") ? JsonValue.Create(dice.Chance(0.8))
            : kinds.Contains("integer") || kinds.Contains("number") ? JsonValue.Create(Number(field, dice))
            : JsonValue.Create(Text(shape, field, dice));
    }

    private JsonObject Object(JsonObject shape, Dice dice)
    {
        if (shape["examples"] is JsonArray { Count: > 0 } examples && dice.Chance(0.4))
            return dice.Pick<JsonNode?>([.. examples])!.DeepClone().AsObject();
        var more = dice.Pick(OptionalFields);
        var required = (shape["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        return new(
            (shape["properties"] as JsonObject ?? [])
                .Where(field => required.Contains(field.Key) || dice.Chance(more))
                .Select(field => KeyValuePair.Create(field.Key, Of(field.Value!, field.Key, dice)))
        );
    }

    private string Text(JsonObject shape, string field, Dice dice) =>
        (string?)shape["format"] switch
        {
            "date" => Vocabulary.Day(field, dice),
            "date-time" => field == "asOf" ? $"2026-0{1 + dice.Below(9)}-01T12:00:00Z" : $"{Vocabulary.Day(field, dice)}T10:00:00+02:00",
            "uuid" => words.Id(field, dice),
            _ => words.Text(field, dice),
        };

    private static int Number(string field, Dice dice) =>
        field switch
        {
            "percent" => dice.Below(101),
            "limit" => 1 + dice.Below(50),
            "year" => 2018 + dice.Below(10),
            _ => 1 + dice.Below(4),
        };
}
