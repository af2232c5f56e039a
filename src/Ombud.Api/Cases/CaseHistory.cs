using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Ombud.Api.Cases;

/// <summary>Every event of a case, in the order asked for.</summary>
internal sealed record CaseHistory(Guid Id, string? Number, IReadOnlyList<CaseHistoryEntry> Items);

/// <summary>One event.</summary>
/// <param name="OccurredOn">The day it happened; absent for an event that this version does not know.</param>
/// <param name="RecordedAt">When Ombud learned it.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Data">The event as it is stored.</param>
/// <param name="Changes">What differs in the case before and after it.</param>
internal sealed record CaseHistoryEntry(
    long Version, string Type, LocalDate? OccurredOn, Instant RecordedAt, string? By, string? CorrelationId, string? CausationId,
    JsonElement? Headers, JsonNode Data, IReadOnlyList<FieldChange> Changes);

/// <param name="Field">The case's field, as <c>GET /v1/cases/{id}</c> names it.</param>
internal sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

internal enum HistoryOrder
{
    Recorded,
    Occurred,
}
