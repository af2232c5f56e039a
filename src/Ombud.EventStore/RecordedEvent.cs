using NodaTime;

namespace Ombud.EventStore;

/// <summary>An event as the store holds it.</summary>
/// <param name="Position">Its place in the log of the whole store, rising, with gaps.</param>
/// <param name="Version">Its place in its stream, from 1, without gaps.</param>
/// <param name="Type">The stored name.</param>
/// <param name="Data">The event, or an <see cref="UnknownEvent"/> where this version does not know the name.</param>
/// <param name="RecordedAt">When the store learned it: the same for all events of one append, rising within a stream.</param>
/// <param name="Headers">JSON object, or null.</param>
public sealed record RecordedEvent(
    long Position,
    Guid Id,
    string Tenant,
    Guid Stream,
    long Version,
    string Type,
    object Data,
    Instant RecordedAt,
    string? CorrelationId,
    string? CausationId,
    string? UserName,
    string? Headers);

/// <summary>An event whose stored name this version does not know. It is passed over, never an error.</summary>
/// <param name="Json">Its data as stored.</param>
public sealed record UnknownEvent(string Json);
