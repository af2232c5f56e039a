using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections;

namespace Ombud.Api.Cases;

/// <summary>One case by the number that people know it by.</summary>
internal static class ReadByNumber
{
    public static void Map(RouteGroupBuilder cases) =>
        cases
            .MapGet("/by-number/{number}", HandleAsync)
            .WithName("readCaseByNumber")
            .WithSummary("Read a case by its number")
            .WithDescription(
                "Reads the case that has, or had at a moment, a number of the office: what GET /v1/cases/{id} answers, with that address "
                    + "as Content-Location. A slash in the number is written %2F."
            )
            .WithMetadata(new SendsETag());

    internal sealed record Moment([property: AsOf] Instant? AsOf = null);

    private static async Task<Results<Ok<CaseView>, StatusCodeHttpResult, Problem>> HandleAsync(
        string number,
        Query<Moment> query,
        Caller caller,
        CaseLookup lookup,
        TenantEventStore store,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var asOf = query.Value.AsOf;
        if (Moments.AsOfFaults(asOf, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        // The server decodes everything in a path but a slash.
        var written = number.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (written.Contains('\0') || await lookup.FindByNumberAsync(caller.Tenant, written, asOf, cancel) is not { } id)
            return Problems.Refused(CaseRefusals.NotFound);
        var found = await ReadStream.FindAsync(
            OmbudStreams.Case,
            CaseRefusals.NotFound,
            caller.Tenant,
            id,
            asOf,
            null,
            store,
            clock,
            cancel
        );
        if (found.Problem is { } problem)
            return problem;
        http.Response.Headers.ContentLocation = $"/v1/cases/{id}";
        return ReadStream.Answer(http, found.Events.Count, version => CaseView.Of(id, version, found.State!));
    }
}
