using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Municipalities;

/// <summary>The caller's municipality: its lists and settings, now or as of a moment, and their change.</summary>
internal static class MunicipalityEndpoints
{
    public static void MapMunicipality(this RouteGroupBuilder v1)
    {
        var municipality = v1.MapGroup("/municipality").WithTags("Municipality").RequireScope(Scopes.FiguresRead);
        municipality
            .MapGet("", ReadAsync)
            .WithName("readMunicipality")
            .WithSummary("Read the municipality")
            .WithDescription("Reads the municipality's settings and code lists, now or as of a moment.")
            .WithMetadata(new SendsETag());
        municipality
            .MapPut("", ConfigureAsync)
            .WithName("configureMunicipality")
            .WithSummary("Configure the municipality")
            .WithDescription(
                "Configures the municipality as a whole. A list that changes gets a new version. What was read of it can be sent back "
                    + "as it is, and so can a file of it. Codes can be prepared: each is judged by the list that is in force on the day "
                    + "that something happened. A list that would end a code on days on which it was given is refused."
            )
            .WithMetadata(new SendsETag())
            .RequireScope(Scopes.Admin);
    }

    internal sealed record Moment([property: AsOf] Instant? AsOf = null);

    private static async Task<Results<Ok<MunicipalityDocument>, StatusCodeHttpResult, Problem>> ReadAsync(
        Query<Moment> query,
        Caller caller,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (Moments.AsOfFaults(query.Value.AsOf, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, query.Value.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        http.SetVersion(municipality.Version);
        return http.Request.Has(municipality.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(MunicipalityDocument.Of(caller.Tenant, municipality));
    }

    private static async Task<Results<Ok<MunicipalityDocument>, Problem>> ConfigureAsync(
        Body<MunicipalityDocument> body,
        ExpectedVersion ifMatch,
        Caller caller,
        MunicipalityHandler handler,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (body.Value.Code is { } code && code != caller.Tenant)
            return Problems.Invalid("code", "another_municipality", $"You act for {caller.Tenant}. Give its code, or none.", code);
        switch (await handler.HandleAsync(caller.Tenant, body.Value.ToConfigured(), caller.Metadata, ifMatch.Value, cancel))
        {
            case Outcome<Municipality>.Recorded recorded:
                http.SetVersion(recorded.Version);
                return TypedResults.Ok(MunicipalityDocument.Of(caller.Tenant, recorded.State));
            case Outcome<Municipality>.Invalid(var faults):
                return Problems.Invalid(faults);
            case Outcome<Municipality>.WrongVersion(var actual):
                return Problems.WrongVersion(actual);
            case Outcome<Municipality>.Refused(var refusal):
                return Problems.Refused(refusal);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }
}
