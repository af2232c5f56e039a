using System.Text.Json.Nodes;
using Ombud.Api.Pages;
using Ombud.Api.Streams;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Cases.History;

/// <summary>Reads what events changed, for people: a change of something that has parts is a change of each part that differs.</summary>
/// <param name="entries">The whole history: what stands in it is called by its title.</param>
internal sealed class ChangeReader(IEnumerable<HistoryEntry> entries, Municipality municipality, TextFormat format)
{
    private readonly Dictionary<string, string> _names = entries
        .Select(entry => entry.Stream)
        .DistinctBy(stream => stream.Id)
        .Where(stream => stream.Title is not null)
        .ToDictionary(stream => stream.Id.ToString(), stream => stream.Title!);

    /// <summary>What of an event's changes can be seen in words.</summary>
    public IReadOnlyList<ReadableChange> Of(HistoryEntry entry)
    {
        var values = new ChangeValues(entry.Stream.Kind, _names, municipality, format);
        return
        [
            .. entry
                .Changes.SelectMany(change => Parts(Name(values.Kind, change.Field), change.Field, change.Before, change.After, values))
                .Where(change => change.Before != change.After),
        ];
    }

    private IEnumerable<ReadableChange> Parts(string name, string field, JsonNode? before, JsonNode? after, ChangeValues values)
    {
        if (JsonNode.DeepEquals(before, after))
            return [];
        if (ChangeValues.HasParts(before) || ChangeValues.HasParts(after))
            return Keys(field, before, after)
                .SelectMany(key =>
                    Parts($"{name}: {Name(values.Kind, key)}", key, (before as JsonObject)?[key], (after as JsonObject)?[key], values)
                );
        if (Objects(before) || Objects(after))
            return Pairs(Items(before), Items(after))
                .SelectMany(pair => Parts($"{name} {pair.Place + 1}", field, pair.Before, pair.After, values));
        return [new(name, values.Text(field, before), values.Text(field, after))];
    }

    private string Name(string kind, string field) => format.Text(HistoryWords.Field(kind, field));

    private static IEnumerable<string> Keys(string field, JsonNode? before, JsonNode? after) =>
        ((before as JsonObject)?.Select(member => member.Key) ?? [])
            .Union((after as JsonObject)?.Select(member => member.Key) ?? [])
            .Where(key => Tells(field, key));

    // An id tells people nothing, and what an object is called stands in its name. What an entry of a measure's log said is what the
    // measure itself shows of it, but for the note; and an answer stands in the history of each recommendation that it covers.
    private static bool Tells(string field, string key) =>
        key is not ("id" or "requestId") && (field, key) is not ("answers", "covers") && (field != "log" || key == "note");

    private static bool Objects(JsonNode? node) => node is JsonArray { Count: > 0 } items && items[0] is JsonObject;

    private static List<JsonNode?> Items(JsonNode? node) => node is JsonArray items ? [.. items] : [];

    /// <summary>What was there before beside what it has become. What stayed as it was says nothing, wherever it stands now.</summary>
    private static IEnumerable<(int Place, JsonNode? Before, JsonNode? After)> Pairs(List<JsonNode?> before, List<JsonNode?> after)
    {
        var gone = before.Index().Where(old => !after.Any(item => JsonNode.DeepEquals(item, old.Item))).ToList();
        foreach (var (place, item) in after.Index().Where(each => !before.Any(old => JsonNode.DeepEquals(old, each.Item))))
        {
            var match = gone.FindIndex(old => JsonNode.DeepEquals(old.Item?["id"], item?["id"]));
            yield return (place, match < 0 ? null : gone[match].Item, item);
            if (match >= 0)
                gone.RemoveAt(match);
        }
        foreach (var (place, item) in gone)
            yield return (place, item, null);
    }
}
