using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Ombud.Domain;
using Ombud.Domain.Entries;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>Makes a history of events: each with the fields that differ before and after it.</summary>
internal static class HistoryEntries
{
    /// <param name="view">What a state looks like to callers: changes are told in its fields.</param>
    /// <param name="shown">Which events to show; all, unless it is given.</param>
    public static IReadOnlyList<HistoryEntry> Of<TState, TView>(
        StreamKind<TState> kind,
        HistorySubject stream,
        IReadOnlyList<IEvent> events,
        Func<TState, TView> view,
        Func<IEvent, bool>? shown = null
    )
        where TState : class
    {
        var (entries, state, before) = (new List<HistoryEntry>(), (TState?)null, new JsonObject());
        var withdrawn = Withdrawn(events);
        foreach (var recorded in events)
        {
            state = kind.Fold([recorded], state);
            var after = state is null ? [] : JsonSerializer.SerializeToNode(view(state), EventJson.Options)!.AsObject();
            if (shown?.Invoke(recorded) != false)
                entries.Add(
                    new(
                        stream,
                        recorded.Version,
                        recorded.EventTypeName,
                        (recorded.Data as IOccurred)?.OccurredOn,
                        recorded.RecordedAt(),
                        recorded.UserName,
                        recorded.CorrelationId,
                        recorded.CausationId,
                        recorded.HeadersAsJson(),
                        recorded.Data is UnknownEvent unknown
                            ? JsonNode.Parse(unknown.Json)!
                            : JsonSerializer.SerializeToNode(recorded.Data, recorded.Data.GetType(), RedactingTextConverter.Options)!,
                        Changes(before, after),
                        withdrawn.GetValueOrDefault(recorded.Version)
                    )
                    {
                        Position = recorded.Sequence,
                    }
                );
            before = after;
        }
        return entries;
    }

    /// <summary>By the time of recording; what was recorded at once, in the order of the log.</summary>
    public static IReadOnlyList<HistoryEntry> Merge(IEnumerable<HistoryEntry> own, IEnumerable<HistoryEntry> others) =>
        [.. own.Concat(others).OrderBy(entry => entry.RecordedAt).ThenBy(entry => entry.Position)];

    private static Dictionary<long, EntryWithdrawal> Withdrawn(IReadOnlyList<IEvent> events) =>
        events
            .Where(e => e.Data is EntryWithdrawn)
            .Select(e => (e.Version, Data: (EntryWithdrawn)e.Data))
            .ToDictionary(
                each => (long)each.Data.Version,
                each => new EntryWithdrawal(
                    each.Version,
                    [.. Enumerable.Range(1, each.Data.Replacements).Select(place => each.Version + place)]
                )
            );

    private static FieldChange[] Changes(JsonObject before, JsonObject after) =>
        [
            .. before
                .Select(field => field.Key)
                .Union(after.Select(field => field.Key))
                .Where(field => field is not ("id" or "version") && !JsonNode.DeepEquals(before[field], after[field]))
                .Select(field => new FieldChange(field, before[field]?.DeepClone(), after[field]?.DeepClone())),
        ];
}
