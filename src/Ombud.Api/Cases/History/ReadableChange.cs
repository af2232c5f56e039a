using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using Ombud.Api.Pages;
using Ombud.Api.Streams;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Cases.History;

/// <summary>One value before and after an event, as people read it.</summary>
/// <param name="Field">What it is; for a part of something also what of.</param>
public sealed record ReadableChange(string Field, string Before, string After)
{
    private const string Nothing = "–";

    /// <summary>A change of something that has parts is a change of each part that differs.</summary>
    public static IEnumerable<ReadableChange> In(FieldChange change, Municipality municipality, Voice voice) =>
        Parts(voice.Say(HistoryWords.Field(change.Field)), change.Field, change.Before, change.After, municipality, voice);

    private static IEnumerable<ReadableChange> Parts(string name, string field, JsonNode? before, JsonNode? after, Municipality municipality, Voice voice)
    {
        if (JsonNode.DeepEquals(before, after))
            return [];
        if (before is JsonObject || after is JsonObject)
            return Keys(before, after).SelectMany(key => Parts($"{name}: {voice.Say(HistoryWords.Field(key))}", key, (before as JsonObject)?[key], (after as JsonObject)?[key], municipality, voice));
        if (Objects(before) || Objects(after))
            return Enumerable.Range(0, Math.Max(Count(before), Count(after)))
                .SelectMany(i => Parts($"{name} {i + 1}", field, At(before, i), At(after, i), municipality, voice));
        return [new(name, Text(field, before, municipality, voice), Text(field, after, municipality, voice))];
    }

    // An id tells people nothing, and what an object is called stands in its name.
    private static IEnumerable<string> Keys(JsonNode? before, JsonNode? after) =>
        ((before as JsonObject)?.Select(member => member.Key) ?? []).Union((after as JsonObject)?.Select(member => member.Key) ?? []).Where(key => key is not "id");

    private static bool Objects(JsonNode? node) => node is JsonArray { Count: > 0 } items && items[0] is JsonObject;

    private static int Count(JsonNode? node) => (node as JsonArray)?.Count ?? 0;

    private static JsonNode? At(JsonNode? node, int i) => node is JsonArray items && i < items.Count ? items[i] : null;

    private static string Text(string field, JsonNode? value, Municipality municipality, Voice voice) => value switch
    {
        null or JsonArray { Count: 0 } => Nothing,
        JsonArray items => string.Join(", ", items.Select(item => Text(field, item, municipality, voice))),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => voice.Say(HistoryWords.Yes),
            JsonValueKind.False => voice.Say(HistoryWords.No),
            JsonValueKind.String => Written(field, value.GetValue<string>(), municipality, voice),
            _ => value.ToJsonString(),
        },
    };

    private static string Written(string field, string text, Municipality municipality, Voice voice) =>
        ListOf(field, municipality) is { } list ? list.Label(text, voice.Language)
        : field == "status" && HistoryWords.Status(text) is { } status ? voice.Say(status)
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? voice.Day(day.Value)
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } moment ? voice.Moment(moment.Value)
        : text;

    private static CodeList? ListOf(string field, Municipality municipality) => field switch
    {
        "serviceArea" => municipality.ServiceAreas,
        "matters" => municipality.Matters,
        "units" or "unit" => municipality.Units,
        "channel" => municipality.Channels,
        "referralSource" => municipality.ReferralSources,
        "outcome" => municipality.Outcomes,
        _ => null,
    };
}
