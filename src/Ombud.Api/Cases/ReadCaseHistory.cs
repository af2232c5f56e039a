using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain.Cases;
using Ombud.EventStore;
using Ombud.EventStore.Json;
using Ombud.Projections;

namespace Ombud.Api.Cases;

/// <summary>The audit replay: every event of a case with who, when, and what it changed.</summary>
internal static class ReadCaseHistory
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("/{id:guid}/history", HandleAsync)
        .WithName("readCaseHistory").WithSummary("Read the history of a case").WithDescription("Lists every event of a case: when it happened, when it was recorded, by whom, and what it changed.");

    internal sealed record Wanted(
        [property: Description("Only what was known then.")] Instant? AsOf = null,
        [property: Description("Only so many events.")] int? Version = null,
        [property: Description("By the time of recording, or by the day it happened.")] HistoryOrder Order = HistoryOrder.Recorded);

    private static async Task<Results<Ok<CaseHistory>, Problem>> HandleAsync(
        Guid id, Query<Wanted> query, Caller caller, IEventStore store, IClock clock, HttpContext http, CancellationToken cancel)
    {
        var wanted = query.Value;
        if (ReadCase.Faults(wanted.AsOf, wanted.Version, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var events = await store.ReadStreamAsync(caller.Tenant, id, cancel, upTo: wanted.Version, asOf: wanted.AsOf);
        if (OmbudStreams.Case.Fold(events) is not { } state)
            return Problems.Refused(CaseRefusals.NotFound);
        var entries = Entries(id, events);
        http.SetVersion(events.Count);
        return TypedResults.Ok(new CaseHistory(id, state.Number, wanted.Order == HistoryOrder.Recorded ? entries : [.. entries.OrderBy(entry => entry.OccurredOn)]));
    }

    private static List<CaseHistoryEntry> Entries(Guid id, IReadOnlyList<RecordedEvent> events)
    {
        var (entries, state) = (new List<CaseHistoryEntry>(), (Case?)null);
        foreach (var recorded in events)
        {
            var next = OmbudStreams.Case.Fold([recorded], state);
            entries.Add(new(
                recorded.Version, recorded.Type, (recorded.Data as CaseEvent)?.OccurredOn, recorded.RecordedAt, recorded.UserName,
                recorded.CorrelationId, recorded.CausationId, recorded.Headers is { } headers ? JsonElement.Parse(headers) : null,
                recorded.Data is UnknownEvent unknown ? JsonNode.Parse(unknown.Json)! : JsonSerializer.SerializeToNode(recorded.Data, recorded.Data.GetType(), EventJson.Options)!,
                Changes(View(id, state), View(id, next))));
            state = next;
        }
        return entries;
    }

    private static JsonObject View(Guid id, Case? state) =>
        state is null ? [] : JsonSerializer.SerializeToNode(CaseView.Of(id, 0, state), EventJson.Options)!.AsObject();

    private static FieldChange[] Changes(JsonObject before, JsonObject after) =>
    [
        .. before.Select(field => field.Key).Union(after.Select(field => field.Key))
            .Where(field => field is not ("id" or "version") && !JsonNode.DeepEquals(before[field], after[field]))
            .Select(field => new FieldChange(field, before[field]?.DeepClone(), after[field]?.DeepClone())),
    ];
}
