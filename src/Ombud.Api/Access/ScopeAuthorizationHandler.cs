using Microsoft.AspNetCore.Authorization;

namespace Ombud.Api.Access;

/// <summary>Requires that the caller has the scope which the endpoint declares.</summary>
internal sealed class ScopeRequirement : IAuthorizationRequirement;

/// <summary>
/// Checks it. An endpoint that declares no scope is closed to every caller, so that forgetting to declare one gives no access.
/// </summary>
internal sealed class ScopeAuthorizationHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.Resource is HttpContext http && CallerIdentity.Of(http) is { } identity && May(identity, http.GetEndpoint()))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // Where there is no route, the answer is 404 or 405 to any known caller.
    private static bool May(CallerIdentity identity, Endpoint? endpoint) =>
        endpoint is not RouteEndpoint
        || (
            endpoint.Metadata.GetMetadata<RequiredScope>() is { } needed && (needed.Scope is null || identity.Scopes.Contains(needed.Scope))
        );
}
