namespace Ombud.Api.Access;

/// <summary>The scope that an endpoint asks of its caller; null where any caller may use it who has said who it is.</summary>
internal sealed record NeedsScope(string? Scope);

internal static class ScopeOfAnEndpoint
{
    /// <summary>Declares what a caller must be allowed to use this; for a group, what all in it ask unless they say otherwise.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsScope(scope));

    /// <summary>Declares that it is the same for every municipality and tells of none: the contract, the pages of problems.</summary>
    public static TBuilder ForAnyCaller<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsScope(null));
}
