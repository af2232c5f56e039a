using System.Text.Json;
using JasperFx.Events;
using Marten;
using NodaTime;
using Ombud.Integrity.Json;

namespace Ombud.Integrity;

/// <summary>An event whose stored name this version does not know. It is passed over, never an error.</summary>
/// <param name="Json">Its data as stored.</param>
public sealed record UnknownEvent(string Json);

/// <summary>An event of a known type that cannot be read. Whoever folds its stream is told why.</summary>
public sealed record UnreadableEvent(UnreadableEventException Why);

/// <summary>Marten's event in terms of this project.</summary>
public static class RecordedEvents
{
    /// <summary>When the store learned it: the same for all events of one append, rising within a stream.</summary>
    public static Instant RecordedAt(this IEvent e) => Instant.FromDateTimeOffset(e.Timestamp);

    /// <summary>A JSON object, or null where there are no headers.</summary>
    public static JsonElement? HeadersAsJson(this IEvent e) =>
        e.Headers is { Count: > 0 } headers ? JsonSerializer.SerializeToElement(headers, EventJson.Options) : null;

    /// <summary>Of a type without a stored name Marten would make one up, from the name of the class.</summary>
    /// <exception cref="InvalidOperationException">An event is of such a type.</exception>
    internal static void RequireNames(this DocumentStore store, IEnumerable<object> events)
    {
        var named = store.Events.AllKnownEventTypes().Select(known => known.EventType);
        if (events.Select(e => e.GetType()).Except(named).FirstOrDefault() is { } unnamed)
            throw new InvalidOperationException($"{unnamed.Name} has no stored name.");
    }

    /// <param name="json">A JSON object, or null.</param>
    internal static Dictionary<string, object> ReadHeaders(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, object>>(json, EventJson.Options)!;
}
