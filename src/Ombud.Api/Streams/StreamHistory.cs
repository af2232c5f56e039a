using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Integrity.Seals;

namespace Ombud.Api.Streams;

/// <summary>
/// Every event of a case, recommendation, measure, report, piece of feedback, planned meeting or report text, in the order asked for.
/// </summary>
/// <param name="Id">The id of that.</param>
/// <param name="Number">Its number, where it has one.</param>
/// <param name="Items">
/// In the history of a case also what touches it: its recommendations, the measures that answer them, what bodies did with their reports.
/// </param>
internal sealed record StreamHistory(Guid Id, string? Number, IReadOnlyList<HistoryEntry> Items);

/// <summary>One event.</summary>
/// <param name="Stream">What it happened to.</param>
/// <param name="Version">Its place in the history of that, from 1.</param>
/// <param name="Type">The event's stored name, such as <c>case_closed</c>.</param>
/// <param name="OccurredOn">The day it happened; absent for an event that this version does not know.</param>
/// <param name="RecordedAt">When Ombud learned it.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="CorrelationId">The trace of the request that recorded it (W3C trace id).</param>
/// <param name="CausationId">The request or event that led to it.</param>
/// <param name="Headers">What else was stored with it: its seal, the user it was done for, where it was imported from.</param>
/// <param name="Data">The event as it is stored.</param>
/// <param name="Changes">What differs before and after it.</param>
/// <param name="Withdrawn">How it was withdrawn; absent while it stands.</param>
public sealed record HistoryEntry(
    HistorySubject Stream,
    long Version,
    string Type,
    LocalDate? OccurredOn,
    Instant RecordedAt,
    string? By,
    string? CorrelationId,
    string? CausationId,
    JsonElement? Headers,
    JsonNode Data,
    IReadOnlyList<FieldChange> Changes,
    EntryWithdrawal? Withdrawn = null
)
{
    /// <summary>For whom it was recorded, where that is not who recorded it.</summary>
    public string? OnBehalfOf => Text(Headers, "onBehalfOf");

    /// <summary>Its link in the chain of seals; absent where it bears none.</summary>
    public Seal? Seal => Seal.In(Headers);

    /// <summary>The file and line that it was imported from; absent where it was not.</summary>
    public ImportMark? ImportedFrom =>
        Member(Headers, "import") is { } import
        && Text(import, "file") is { } file
        && Member(import, "line") is { } line
        && line.ValueKind == JsonValueKind.Number
        && line.TryGetInt32(out var at)
            ? new(file, at)
            : null;

    /// <summary>Its place in the log of the store.</summary>
    internal long Position { get; init; }

    // What stands in headers may have been written by another program.
    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

/// <summary>What an event happened to.</summary>
/// <param name="Kind"><c>case</c>, <c>recommendation</c>, <c>measure</c>, <c>report</c>, <c>feedback</c>, <c>meeting</c> or
/// <c>report_text</c>.</param>
/// <param name="Id">The id of that.</param>
/// <param name="Title">Its number, or what it is called; absent where it has neither.</param>
/// <param name="Href">The address of its own history.</param>
public sealed record HistorySubject(
    [property: OneOf("HistoryKind", "What a history is of.", typeof(HistorySubject), nameof(HistorySubject.Kinds))] string Kind,
    Guid Id,
    string? Title,
    string Href
)
{
    public static readonly string[] Kinds = ["case", "recommendation", "measure", "report", "feedback", "meeting", "report_text"];

    public static HistorySubject Of(string kind, Guid id, string? title) =>
        new(kind, id, title, $"/v1/{kind.Replace('_', '-')}{(kind == "feedback" ? "" : "s")}/{id}/history");
}

/// <summary>Where an event was imported from.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line in it, from 1.</param>
public sealed record ImportMark(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>That an entry was withdrawn.</summary>
/// <param name="Version">The version of the entry that withdraws it.</param>
/// <param name="ReplacedBy">The versions of the entries that stand in its place; none where it was withdrawn alone.</param>
public sealed record EntryWithdrawal(long Version, IReadOnlyList<long> ReplacedBy);

/// <summary>A field that an event changed.</summary>
/// <param name="Field">The field, as reading it names it.</param>
/// <param name="Before">Its value before the event; absent where it had none.</param>
/// <param name="After">Its value after the event; absent where it has none.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

/// <summary>By the time of recording, or by the day it happened.</summary>
internal enum HistoryOrder
{
    Recorded,
    Occurred,
}
