namespace Ombud.Api.Access;

/// <summary>The scope that an endpoint asks of its caller; null where any authenticated caller may use it.</summary>
internal sealed record RequiredScope(string? Scope);

internal static class ScopeConventions
{
    /// <summary>Declares what a caller must be allowed to use this; for a group, what all in it ask unless they say otherwise.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequiredScope(scope));

    /// <summary>
    /// Declares that any authenticated caller may use this, because it holds no data: the contract, the pages of problems.
    /// </summary>
    public static TBuilder AllowAnyCaller<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequiredScope(null));
}
