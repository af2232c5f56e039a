using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Integrity.Json;

namespace Ombud.Api.Events;

/// <summary>The feed: every event of a municipality, for other systems to follow.</summary>
internal static class EventsEndpoint
{
    private const string LastEventId = "Last-Event-ID";
    private static readonly string[] Types = [MediaTypes.Json, CloudEvent.BatchContentType, MediaTypes.EventStream];

    public static void MapEvents(this RouteGroupBuilder v1) =>
        v1.MapGet("/events", HandleAsync)
            .WithTags("Events")
            .WithName("listEvents")
            .WithSummary("Follow what happens")
            .WithDescription(
                "Every event of the municipality as a CloudEvent 1.0, in the order of the log, each once; an event is here within a second "
                    + "of its commit. What is imported comes when it is recorded here, whatever recorded time it brings. Ask again with "
                    + "next as after; next is there even where no event is. Accept decides the form: an object with items and next, the "
                    + "bare batch (application/cloudevents-batch+json, with next in the Link header), or a stream that goes on "
                    + "(text/event-stream), which a reader takes up again with Last-Event-ID. data holds nothing that tells of a person; "
                    + "dataref leads to where it can be read, with other scopes."
            )
            .WithMetadata(new OtherMedia(Types[1..]) { Json = typeof(IReadOnlyList<CloudEvent>) })
            .RequireScope(Scopes.EventsRead);

    internal sealed record Wanted(
        [property: Description("The next of an earlier answer, or the id of a streamed event; from the beginning, unless it is given.")]
            string? After = null,
        [property: Description("How many at the most, 1 to 200.")] int Limit = 100,
        [property: Description("Only these types, with commas between them: case_received, or no.ombud.case_received.v1.")]
            string? Types = null,
        [property: Description("Only of one case, recommendation, measure, piece of feedback or report.")] Guid? Subject = null
    );

    /// <summary>A page of the feed.</summary>
    /// <param name="Items">The oldest first, as CloudEvents 1.0.</param>
    /// <param name="Next">Where to go on, to be sent as after. It is there even where there are no more events yet.</param>
    internal sealed record EventPage(IReadOnlyList<CloudEvent> Items, string Next);

    private static async Task<Results<Ok<EventPage>, JsonHttpResult<IReadOnlyList<CloudEvent>>, EventStream, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        EventFeed feed,
        CloudEvents cloudEvents,
        IDocumentStore store,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var (wanted, form) = (query.Value, http.MediaType());
        var resumed = form == MediaTypes.EventStream ? http.Request.Headers[LastEventId].ToString() : "";
        var (field, cursor) = resumed.Length > 0 ? (LastEventId, resumed) : ("after", wanted.After);
        var types = EventTypes.Read(wanted.Types, cloudEvents, store);
        List<Fault> faults = [.. types.Faults];
        var place = await feed.PlaceAsync(cursor, cancel);
        if (place is null)
            faults.Add(new(field, "invalid_value", EventFeed.GivePlace) { Value = cursor });
        if (wanted.Limit is < 1 or > EventFeed.MostAtOnce)
            faults.Add(new("limit", "out_of_range", $"Give 1 to {EventFeed.MostAtOnce}.") { Value = $"{wanted.Limit}" });
        if (faults.Count > 0)
            return Problems.Invalid(faults);
        if (form == MediaTypes.EventStream)
            return new EventStream(feed, cloudEvents, caller.Tenant, place!.Value, types.Names, wanted.Subject);
        var page = await feed.ReadAsync(caller.Tenant, place!.Value, types.Names, wanted.Subject, wanted.Limit, cancel);
        IReadOnlyList<CloudEvent> items = [.. page.Events.Select(cloudEvents.Of)];
        var next = Cursor.Write(new LogPlace(page.Next));
        http.LinkNext(next, "after");
        return form == MediaTypes.Json
            ? TypedResults.Ok(new EventPage(items, next))
            : TypedResults.Json(items, EventJson.Options, CloudEvent.BatchContentType);
    }
}
