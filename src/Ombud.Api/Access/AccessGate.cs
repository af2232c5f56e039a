using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Ombud.Api.Http;

namespace Ombud.Api.Access;

/// <summary>Asks of every request that its caller has the scope which its endpoint declares.</summary>
internal sealed class DeclaredScope : IAuthorizationRequirement;

/// <summary>Decides it. An endpoint that declares nothing is open to nobody, so that forgetting is no leak.</summary>
internal sealed class DeclaredScopeCheck : AuthorizationHandler<DeclaredScope>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DeclaredScope requirement)
    {
        if (context.Resource is HttpContext http && Grant.Of(http) is { } grant && May(grant, http.GetEndpoint()))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // Where there is no route, the answer is 404 or 405 to any known caller.
    private static bool May(Grant grant, Endpoint? endpoint) =>
        endpoint is not RouteEndpoint
        || (endpoint.Metadata.GetMetadata<NeedsScope>() is { } needed && (needed.Scope is null || grant.Scopes.Contains(needed.Scope)));
}

/// <summary>Answers who may not, before anything of the request is read but its address and headers; and finds the municipality of who may.</summary>
internal sealed class AccessGate : IAuthorizationMiddlewareResultHandler
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
        if (Grant.Of(context) is not { } grant)
            return await Challenges.UnauthenticatedAsync(context);
        if (!allowed)
            return Challenges.ScopeMissing(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is not { Scope: not null })
            return null;
        var (tenant, problem) = MunicipalityOfARequest.Of(grant, context);
        if (tenant is not null)
            context.Features.Set(Caller.Of(context, tenant, grant.By, grant.Scopes, grant.OnBehalfOf));
        return problem;
    }
}
