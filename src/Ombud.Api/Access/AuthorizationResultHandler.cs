using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Ombud.Api.Http;
using Ombud.Api.Telemetry;

namespace Ombud.Api.Access;

/// <summary>
/// Answers requests that are not authorized, before anything of them is read but address and headers; sets the <see cref="Caller"/> of
/// those that are.
/// </summary>
internal sealed class AuthorizationResultHandler(SecurityLog security) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (await RefusedAsync(context, authorizeResult.Succeeded) is { } problem)
            await problem.ExecuteAsync(context);
        else
            await next(context);
    }

    private async Task<Problem?> RefusedAsync(HttpContext context, bool allowed)
    {
        if (CallerIdentity.Of(context) is not { } identity)
        {
            var (refused, reason) = await Challenges.UnauthenticatedAsync(context);
            // Who sends no proof at all is a browser or a probe, and refuses itself.
            if (reason is not null)
                security.ProofRefused(context, reason);
            return refused;
        }
        if (!allowed)
        {
            security.ScopeRefused(context, identity.By, context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope);
            return Challenges.ScopeMissing(context);
        }
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is not { Scope: not null })
            return null;
        var (tenant, problem) = RequestMunicipality.Of(identity, context);
        if (tenant is not null)
            context.Features.Set(Caller.Of(context, tenant, identity.By, identity.OnBehalfOf));
        else if (problem!.Status != StatusCodes.Status400BadRequest)
            security.MunicipalityRefused(identity.By, problem.Status);
        return problem;
    }
}
