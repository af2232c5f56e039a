using System.Text.Json.Nodes;

namespace Ombud.Hostile.Tests.Attacks;

/// <summary>What is wrong in a body that is still JSON, or nearly.</summary>
internal static class BodyMutations
{
    public static readonly IReadOnlyList<Action<Attack, SeededRandom>> All =
    [
        AnotherValue,
        AnotherValue,
        AnotherValue,
        ANastyText,
        ANastyText,
        NearlyAWord,
        NoField,
        UnknownField,
        Twice,
        Deep,
        Many,
        Long,
        InAnotherCase,
    ];

    /// <summary>Any JSON, or none, in the place of any value.</summary>
    private static void AnotherValue(Attack attack, SeededRandom random) => Fill(attack, random, random.Pick(HostileValues.Fragments));

    private static void ANastyText(Attack attack, SeededRandom random)
    {
        if (Places(attack.Body).Where(place => place.Value is JsonValue).ToList() is { Count: > 0 } texts)
            Put(random.Pick(texts), random.Pick(HostileValues.Texts));
        attack.Mutated.Add("text");
    }

    /// <summary>A word that would be right but for a comma, a space or its letters.</summary>
    private static void NearlyAWord(Attack attack, SeededRandom random)
    {
        var words = Places(attack.Body).Where(place => place.Value is JsonValue value && value.TryGetValue<string>(out _)).ToList();
        if (words.Count > 0 && random.Pick(words) is var place)
            Put(place, random.Pick(HostileValues.Nearly((string)place.Value!)));
        attack.Mutated.Add("nearly a word");
    }

    private static void NoField(Attack attack, SeededRandom random)
    {
        if (attack.Body is JsonObject { Count: > 0 } fields)
            fields.Remove(random.Pick([.. fields.Select(field => field.Key)]));
        attack.Mutated.Add("no field");
    }

    private static void UnknownField(Attack attack, SeededRandom random)
    {
        if (attack.Body is JsonObject fields)
            fields[
                random.Pick([
                    "colour",
                    "id",
                    "Ombud-Municipality",
                    "tenant_id",
                    "$type",
                    "__proto__",
                    "",
                    " ",
                    HostileValues.Script,
                    "a\r\nb",
                    "\0",
                    "recordedAt",
                    "by",
                    "version",
                ])
            ] = random.Pick(HostileValues.Texts);
        attack.Mutated.Add("unknown field");
    }

    private static void Twice(Attack attack, SeededRandom random)
    {
        if (attack.Body is JsonObject { Count: > 0 } fields && attack.Filling is null)
        {
            var field = random.Pick([.. fields]);
            fields["~"] = Attack.Hole;
            attack.Filling = $"1,\"{field.Key}\":{field.Value?.ToJsonString() ?? "null"}";
        }
        attack.Mutated.Add("twice");
    }

    private static void Deep(Attack attack, SeededRandom random)
    {
        var depth = random.Pick([5, 62, 64, 65, 1_000, 100_000]);
        Fill(
            attack,
            random,
            random.Chance(0.5)
                ? new string('[', depth) + new string(']', depth)
                : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)
        );
    }

    private static void Many(Attack attack, SeededRandom random)
    {
        var element = random.Pick(["\"late_or_no_reply\"", "null", "{}", $"\"{random.Guid()}\""]);
        Fill(attack, random, $"[{string.Join(',', Enumerable.Repeat(element, random.Pick([200, 2_000, 20_000])))}]");
    }

    /// <summary>Up to what is taken, and just over it; rarely, since a megabyte takes its time.</summary>
    private static void Long(Attack attack, SeededRandom random) =>
        Fill(
            attack,
            random,
            $"\"{new string('å', random.Chance(0.1) ? random.Pick([499_000, 500_100]) : random.Pick([1_000, 2_001, 10_001, 70_000]))}\""
        );

    private static void InAnotherCase(Attack attack, SeededRandom random)
    {
        if (attack.Body is JsonObject { Count: > 0 } fields && random.Pick([.. fields]) is var field && fields.Remove(field.Key))
            fields[field.Key.ToUpperInvariant()] = field.Value?.DeepClone();
        attack.Mutated.Add("case");
    }

    private static void Fill(Attack attack, SeededRandom random, string json)
    {
        if (attack.Filling is null && Places(attack.Body).ToList() is { Count: > 0 } places)
        {
            Put(random.Pick(places), Attack.Hole);
            attack.Filling = json;
        }
        attack.Mutated.Add("value");
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
