using System.Text.Json.Nodes;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What is wrong in a body that is still JSON, or nearly.</summary>
internal static class BodyMutations
{
    public static readonly IReadOnlyList<Action<Attack, Dice>> All =
    [
        AnotherValue,
        AnotherValue,
        AnotherValue,
        ANastyText,
        ANastyText,
        NoField,
        UnknownField,
        Twice,
        Deep,
        Many,
        Long,
        InAnotherCase,
    ];

    /// <summary>Any JSON, or none, in the place of any value.</summary>
    private static void AnotherValue(Attack attack, Dice dice) => Fill(attack, dice, dice.Pick(Nasty.Fragments));

    private static void ANastyText(Attack attack, Dice dice)
    {
        if (Places(attack.Body).Where(place => place.Value is JsonValue).ToList() is { Count: > 0 } texts)
            Put(dice.Pick(texts), dice.Pick(Nasty.Texts));
        attack.Spoilt.Add("text");
    }

    private static void NoField(Attack attack, Dice dice)
    {
        if (attack.Body is JsonObject { Count: > 0 } fields)
            fields.Remove(dice.Pick([.. fields.Select(field => field.Key)]));
        attack.Spoilt.Add("no field");
    }

    private static void UnknownField(Attack attack, Dice dice)
    {
        if (attack.Body is JsonObject fields)
            fields[
                dice.Pick([
                    "colour",
                    "id",
                    "Ombud-Municipality",
                    "tenant_id",
                    "$type",
                    "__proto__",
                    "",
                    " ",
                    Nasty.Script,
                    "a\r\nb",
                    "\0",
                    "recordedAt",
                    "by",
                    "version",
                ])
            ] = dice.Pick(Nasty.Texts);
        attack.Spoilt.Add("unknown field");
    }

    private static void Twice(Attack attack, Dice dice)
    {
        if (attack.Body is JsonObject { Count: > 0 } fields && attack.Filling is null)
        {
            var field = dice.Pick([.. fields]);
            fields["~"] = Attack.Hole;
            attack.Filling = $"1,\"{field.Key}\":{field.Value?.ToJsonString() ?? "null"}";
        }
        attack.Spoilt.Add("twice");
    }

    private static void Deep(Attack attack, Dice dice)
    {
        var depth = dice.Pick([5, 62, 64, 65, 1_000, 100_000]);
        Fill(
            attack,
            dice,
            dice.Chance(0.5)
                ? new string('[', depth) + new string(']', depth)
                : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)
        );
    }

    private static void Many(Attack attack, Dice dice) =>
        Fill(
            attack,
            dice,
            $"[{string.Join(',', Enumerable.Repeat(dice.Pick(["\"late_or_no_reply\"", "null", "{}", $"\"{dice.Guid()}\""]), dice.Pick([200, 2_000, 20_000])))}]"
        );

    /// <summary>Up to what is taken, and just over it; rarely, since a megabyte takes its time.</summary>
    private static void Long(Attack attack, Dice dice) =>
        Fill(
            attack,
            dice,
            $"\"{new string('å', dice.Chance(0.1) ? dice.Pick([499_000, 500_100]) : dice.Pick([1_000, 2_001, 10_001, 70_000]))}\""
        );

    private static void InAnotherCase(Attack attack, Dice dice)
    {
        if (attack.Body is JsonObject { Count: > 0 } fields && dice.Pick([.. fields]) is var field && fields.Remove(field.Key))
            fields[field.Key.ToUpperInvariant()] = field.Value?.DeepClone();
        attack.Spoilt.Add("case");
    }

    private static void Fill(Attack attack, Dice dice, string json)
    {
        if (attack.Filling is null && Places(attack.Body).ToList() is { Count: > 0 } places)
        {
            Put(dice.Pick(places), Attack.Hole);
            attack.Filling = json;
        }
        attack.Spoilt.Add("value");
    }

    private static void Put((JsonNode Parent, string? Name, int Index, JsonNode? Value) place, string text)
    {
        if (place.Name is { } name)
            place.Parent[name] = text;
        else
            place.Parent[place.Index] = text;
    }

    /// <summary>Every value at any depth, with where it stands.</summary>
    private static IEnumerable<(JsonNode Parent, string? Name, int Index, JsonNode? Value)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => Places(field.Value).Prepend((node, field.Key, 0, field.Value))),
            JsonArray items => items.SelectMany((item, i) => Places(item).Prepend((node, null, i, item))),
            _ => [],
        };
}
