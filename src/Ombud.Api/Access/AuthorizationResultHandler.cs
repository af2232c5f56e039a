using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Ombud.Api.Http;

namespace Ombud.Api.Access;

/// <summary>
/// Answers requests that are not authorized, before anything of them is read but address and headers; sets the <see cref="Caller"/> of
/// those that are.
/// </summary>
internal sealed class AuthorizationResultHandler : IAuthorizationMiddlewareResultHandler
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

    private static async Task<Problem?> RefusedAsync(HttpContext context, bool allowed)
    {
        if (CallerIdentity.Of(context) is not { } identity)
            return await Challenges.UnauthenticatedAsync(context);
        if (!allowed)
            return Challenges.ScopeMissing(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is not { Scope: not null })
            return null;
        var (tenant, problem) = RequestMunicipality.Of(identity, context);
        if (tenant is not null)
            context.Features.Set(Caller.Of(context, tenant, identity.By, identity.OnBehalfOf));
        return problem;
    }
}
