using System.Text.Json;
using NodaTime;

namespace Ombud.Api.Events;

/// <summary>An event as CloudEvents 1.0 writes it in JSON, with the extensions sequence and dataref.</summary>
/// <param name="Specversion">The version of CloudEvents.</param>
/// <param name="Id">The event's. Together with the source it is unique; who gets an event twice knows it by its id.</param>
/// <param name="Source">The office and the municipality: <c>/no.ombud/drammen</c>.</param>
/// <param name="Type">What happened: <c>no.ombud.case_received.v1</c>.</param>
/// <param name="Subject">The id of what it happened to: a case, a recommendation, a measure, a piece of feedback, a report.</param>
/// <param name="Time">When it was recorded. When it happened is in the data: occurredOn.</param>
/// <param name="Sequence">Its place in the log, with zeros before it, so that a later event has a greater one.</param>
/// <param name="Dataref">Where to read what it happened to. Absent where this version does not know the type.</param>
/// <param name="Datacontenttype">Of the data: application/json. Absent where there are none.</param>
/// <param name="Data">What happened, without anything that tells of a person. Absent where this version does not know the type.</param>
internal sealed record CloudEvent(
    string Specversion,
    Guid Id,
    string Source,
    string Type,
    Guid Subject,
    Instant Time,
    string Sequence,
    string? Dataref,
    string? Datacontenttype,
    JsonElement? Data
)
{
    public const string ContentType = "application/cloudevents+json";
    public const string BatchContentType = "application/cloudevents-batch+json";
}
