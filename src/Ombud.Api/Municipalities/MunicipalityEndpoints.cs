using System.ComponentModel;
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
            .WithDescription("Reads the municipality's settings and code lists, now or as of a moment.");
        municipality
            .MapPut("", ConfigureAsync)
            .WithName("configureMunicipality")
            .WithSummary("Configure the municipality")
            .WithDescription("Configures the municipality as a whole. A list that changes gets a new version.")
            .WithMetadata(new SendsETag())
            .RequireScope(Scopes.Admin);
    }

    internal sealed record Moment([property: AsOf] Instant? AsOf = null);

    private static async Task<Results<Ok<MunicipalityView>, Problem>> ReadAsync(
        Query<Moment> query,
        Caller caller,
        MunicipalityDirectory directory,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (Moments.AsOfFaults(query.Value.AsOf, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        return await directory.AsOfAsync(caller.Tenant, query.Value.AsOf, cancel) is { } municipality
            ? TypedResults.Ok(MunicipalityView.Of(caller.Tenant, municipality))
            : Problems.Refused(MunicipalityRefusals.NotConfigured);
    }

    private static async Task<Results<Ok<MunicipalityView>, Problem>> ConfigureAsync(
        Body<MunicipalityConfigured> body,
        ExpectedVersion ifMatch,
        Caller caller,
        MunicipalityHandler handler,
        HttpContext http,
        CancellationToken cancel
    )
    {
        switch (await handler.HandleAsync(caller.Tenant, body.Value, caller.Metadata, ifMatch.Value, cancel))
        {
            case Outcome<Municipality>.Recorded recorded:
                http.SetVersion(recorded.Version);
                return TypedResults.Ok(MunicipalityView.Of(caller.Tenant, recorded.State));
            case Outcome<Municipality>.Invalid(var faults):
                return Problems.Invalid(faults);
            case Outcome<Municipality>.WrongVersion(var actual):
                return Problems.WrongVersion(actual);
            default:
                throw new InvalidOperationException("A configuration is never refused by a rule.");
        }
    }
}
