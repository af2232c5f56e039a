using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Ombud.Api.Streams;

/// <summary>Every event of a case, a recommendation, a measure or whatever else has a life of its own, in the order asked for.</summary>
/// <param name="Number">Its number, where it has one.</param>
internal sealed record StreamHistory(Guid Id, string? Number, IReadOnlyList<HistoryEntry> Items);

/// <summary>One event.</summary>
/// <param name="OccurredOn">The day it happened; absent for an event that this version does not know.</param>
/// <param name="RecordedAt">When Ombud learned it.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Data">The event as it is stored.</param>
/// <param name="Changes">What differs before and after it.</param>
public sealed record HistoryEntry(
    long Version, string Type, LocalDate? OccurredOn, Instant RecordedAt, string? By, string? CorrelationId, string? CausationId,
    JsonElement? Headers, JsonNode Data, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Its link in the chain of seals.</summary>
    internal string? Seal => Ombud.EventStore.Seals.Seal.In(Headers)?.Hash;

    /// <summary>The user of the calling system that it was done for, where that system said so.</summary>
    public string? OnBehalfOf => Headers is { } headers && headers.TryGetProperty("onBehalfOf", out var user) ? user.GetString() : null;

    /// <summary>The file and line that it was imported from.</summary>
    internal string? Import => Headers is { } headers && headers.TryGetProperty("import", out var import) ? $"{import.GetProperty("file")}:{import.GetProperty("line")}" : null;
}

/// <param name="Field">The field, as reading it names it.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

internal enum HistoryOrder
{
    Recorded,
    Occurred,
}
