namespace Ombud.Api.Access;

/// <summary>The scope that an endpoint asks of its caller.</summary>
internal sealed record NeedsScope(string Scope);

internal static class ScopeOfAnEndpoint
{
    /// <summary>Declares what a caller must be allowed to use this; for a group, what all in it ask unless they say otherwise.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsScope(scope));
}
