using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.EventStore;
using Ombud.Projections;

namespace Ombud.Api.Cases;

/// <summary>One case: now, as it was known at a moment, or at a version.</summary>
internal static class ReadCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("/{id:guid}", HandleAsync)
        .WithName("readCase").WithSummary("Read a case").WithDescription("Reads a case: now, as of a moment, or at a version.");

    internal sealed record Moment(
        [property: Description("What was known then; now, unless it is given.")] Instant? AsOf = null,
        [property: Description("The state after so many events.")] int? Version = null);

    private static async Task<Results<Ok<CaseView>, StatusCodeHttpResult, Problem>> HandleAsync(
        Guid id, Query<Moment> query, Caller caller, IEventStore store, IClock clock, HttpContext http, CancellationToken cancel)
    {
        var (asOf, version) = (query.Value.AsOf, query.Value.Version);
        if (Faults(asOf, version, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var events = await store.ReadStreamAsync(caller.Tenant, id, cancel, upTo: version, asOf: asOf);
        if (OmbudStreams.Case.Fold(events) is not { } state)
            return Problems.Refused(CaseRefusals.NotFound);
        if (version > events.Count)
            return Problems.Invalid("version", "too_high", $"The case has {events.Count} events.", $"{version}");
        http.SetVersion(events.Count);
        return http.Request.Has(events.Count) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(CaseView.Of(id, events.Count, state));
    }

    internal static IEnumerable<Fault> Faults(Instant? asOf, int? version, IClock clock)
    {
        foreach (var fault in Moments.AsOfFaults(asOf, clock))
            yield return fault;
        if (version < 1)
            yield return new("version", "too_low", "Versions begin at 1.") { Value = $"{version}" };
        if (asOf is not null && version is not null)
            yield return new("version", "contradiction", "Give asOf or version, not both.");
    }
}
