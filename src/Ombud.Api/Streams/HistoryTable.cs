using System.Text.Json;
using System.Text.Json.Nodes;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Integrity.Json;

namespace Ombud.Api.Streams;

/// <summary>A history as a table: a row for each field that an event changed, and one for an event that changed none.</summary>
internal static class HistoryTable
{
    /// <remarks>Events themselves are not written, only what they changed: their texts may be enciphered.</remarks>
    public static DocumentTable Of(IEnumerable<HistoryEntry> entries) =>
        DocumentTable.Of(
            "history",
            new("Historikk", "Historik", "History"),
            entries.SelectMany(entry => entry.Changes.DefaultIfEmpty(new("", null, null)).Select(change => (Entry: entry, Change: change))),
            ("version", null, row => Cell.Count((int)row.Entry.Version)),
            ("type", null, row => Cell.Text(row.Entry.Type)),
            ("recorded_at", null, row => Cell.Text(InstantConverter.Format(row.Entry.RecordedAt))),
            ("occurred_on", null, row => Cell.Day(row.Entry.OccurredOn)),
            ("by", null, row => Cell.Text(row.Entry.By)),
            ("on_behalf_of", null, row => Cell.Text(row.Entry.OnBehalfOf)),
            ("cause", null, row => Cell.Text(row.Entry.CausationId)),
            ("stream_kind", null, row => Cell.Text(row.Entry.Stream.Kind)),
            ("stream", null, row => Cell.Text(row.Entry.Stream.Id.ToString())),
            ("field", null, row => Cell.Text(row.Change.Field)),
            ("before", null, row => Value(row.Change.Before)),
            ("after", null, row => Value(row.Change.After)),
            ("hash", null, row => Cell.Text(row.Entry.Seal?.Hash)),
            ("withdrawn_by", null, row => Cell.Text(row.Entry.Withdrawn is { } withdrawn ? $"{withdrawn.Version}" : null))
        );

    /// <summary>A text as it is, anything else as JSON.</summary>
    private static Cell Value(JsonNode? value) =>
        Cell.Text(
            value switch
            {
                null => null,
                _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
                _ => value.ToJsonString(EventJson.Options),
            }
        );
}
