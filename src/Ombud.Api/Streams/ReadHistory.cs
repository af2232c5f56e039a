using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.EventStore;
using Ombud.EventStore.Json;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>The audit replay: every event with who, when, and what it changed.</summary>
internal static class ReadHistory
{
    internal sealed record Wanted(
        [property: Description("Only what was known then.")] Instant? AsOf = null,
        [property: Description("Only so many events.")] int? Version = null,
        [property: Description("By the time of recording, or by the day it happened.")] HistoryOrder Order = HistoryOrder.Recorded);

    /// <param name="noun">What it is called, such as <c>case</c>.</param>
    public static void Map<TState, TView>(
        RouteGroupBuilder group, StreamKind<TState> kind, string noun, Refusal notFound, Func<Guid, long, TState, TView> view, Func<TState, string?>? number = null)
        where TState : class =>
        group.MapGet("/{id:guid}/history", async Task<Results<Ok<StreamHistory>, Problem>> (
            Guid id, Query<Wanted> query, Caller caller, IEventStore store, IClock clock, HttpContext http, CancellationToken cancel) =>
        {
            var wanted = query.Value;
            var found = await ReadStream.FindAsync(kind, notFound, caller.Tenant, id, wanted.AsOf, wanted.Version, store, clock, cancel);
            if (found.Problem is { } problem)
                return problem;
            var entries = Entries(kind, found.Events, state => view(id, 0, state));
            http.SetVersion(found.Events.Count);
            return TypedResults.Ok(new StreamHistory(id, number?.Invoke(found.State!), wanted.Order == HistoryOrder.Recorded ? entries : [.. entries.OrderBy(entry => entry.OccurredOn)]));
        }).WithName($"read{noun[..1].ToUpperInvariant()}{noun[1..]}History").WithSummary($"Read the history of a {noun}")
            .WithDescription($"Lists every event of a {noun}: when it happened, when it was recorded, by whom, and what it changed.").Needs(Scopes.CasesRead);

    /// <param name="view">What a state looks like to callers: changes are told in its fields.</param>
    public static List<HistoryEntry> Entries<TState, TView>(StreamKind<TState> kind, IReadOnlyList<RecordedEvent> events, Func<TState, TView> view)
        where TState : class
    {
        var (entries, state) = (new List<HistoryEntry>(), (TState?)null);
        foreach (var recorded in events)
        {
            var next = kind.Fold([recorded], state);
            entries.Add(new(
                recorded.Version, recorded.Type, (recorded.Data as IOccurred)?.OccurredOn, recorded.RecordedAt, recorded.UserName,
                recorded.CorrelationId, recorded.CausationId, recorded.Headers is { } headers ? JsonElement.Parse(headers) : null,
                recorded.Data is UnknownEvent unknown ? JsonNode.Parse(unknown.Json)! : JsonSerializer.SerializeToNode(recorded.Data, recorded.Data.GetType(), Withheld.Options)!,
                Changes(Said(state), Said(next))));
            state = next;
        }
        return entries;

        JsonObject Said(TState? seen) => seen is null ? [] : JsonSerializer.SerializeToNode(view(seen), EventJson.Options)!.AsObject();
    }

    private static FieldChange[] Changes(JsonObject before, JsonObject after) =>
    [
        .. before.Select(field => field.Key).Union(after.Select(field => field.Key))
            .Where(field => field is not ("id" or "version") && !JsonNode.DeepEquals(before[field], after[field]))
            .Select(field => new FieldChange(field, before[field]?.DeepClone(), after[field]?.DeepClone())),
    ];
}
