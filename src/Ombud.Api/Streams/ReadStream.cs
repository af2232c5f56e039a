using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using JasperFx.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>One case, recommendation or measure: now, as it was known at a moment, or at a version.</summary>
internal static class ReadStream
{
    internal sealed record Moment(
        [property: AsOf] Instant? AsOf = null,
        [property: Description("The state after so many events."), Range(1, int.MaxValue)] int? Version = null
    );

    /// <param name="noun">What it is called, such as <c>case</c>.</param>
    public static RouteHandlerBuilder Map<TState, TView>(
        RouteGroupBuilder group,
        StreamKind<TState> kind,
        string noun,
        Refusal notFound,
        Func<Guid, long, TState, TView> view
    )
        where TState : class =>
        group
            .MapGet(
                "/{id:guid}",
                async Task<Results<Ok<TView>, StatusCodeHttpResult, Problem>> (
                    Guid id,
                    Query<Moment> query,
                    Caller caller,
                    TenantEventStore store,
                    IClock clock,
                    HttpContext http,
                    CancellationToken cancel
                ) =>
                {
                    var found = await FindAsync(
                        kind,
                        notFound,
                        caller.Tenant,
                        id,
                        query.Value.AsOf,
                        query.Value.Version,
                        store,
                        clock,
                        cancel
                    );
                    return found.Problem is { } problem
                        ? problem
                        : Answer(http, found.Events.Count, version => view(id, version, found.State!));
                }
            )
            .WithName($"read{noun.AsName()}")
            .WithSummary($"Read a {noun}")
            .WithDescription($"Reads a {noun}: now, as of a moment, or at a version.")
            .WithMetadata(new SendsETag());

    /// <summary>What it is at a version, with its ETag; or that the caller has it already.</summary>
    public static Results<Ok<TView>, StatusCodeHttpResult, Problem> Answer<TView>(HttpContext http, long version, Func<long, TView> view)
    {
        http.SetVersion(version);
        return http.Request.Has(version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(view(version));
    }

    /// <summary>The events asked for and what they add up to, or what is wrong.</summary>
    public static async Task<(IReadOnlyList<IEvent> Events, TState? State, Problem? Problem)> FindAsync<TState>(
        StreamKind<TState> kind,
        Refusal notFound,
        string tenant,
        Guid id,
        Instant? asOf,
        int? version,
        TenantEventStore store,
        IClock clock,
        CancellationToken cancel
    )
        where TState : class
    {
        if (Faults(asOf, version, clock).ToList() is { Count: > 0 } faults)
            return ([], null, Problems.Invalid(faults));
        var events = await store.FetchStreamAsync(tenant, id, cancel, upTo: version, asOf: asOf);
        return kind.Fold(events) is not { } state ? ([], null, Problems.Refused(notFound))
            : version > events.Count ? ([], null, Problems.Invalid("version", "too_high", $"It has {events.Count} events.", $"{version}"))
            : (events, state, null);
    }

    public static IEnumerable<Fault> Faults(Instant? asOf, int? version, IClock clock)
    {
        foreach (var fault in Moments.AsOfFaults(asOf, clock))
            yield return fault;
        if (version < 1)
            yield return new("version", "too_low", "Versions begin at 1.") { Value = $"{version}" };
        if (asOf is not null && version is not null)
            yield return new("version", "contradiction", "Give asOf or version, not both.");
    }
}
