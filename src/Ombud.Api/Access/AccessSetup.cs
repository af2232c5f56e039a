using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Ombud.Api.Access.Keys;
using Ombud.Api.Access.Tokens;

namespace Ombud.Api.Access;

/// <summary>
/// Who may: a request proves who sends it in one of three ways, and is held against the scope that its endpoint declares.
/// Start here; what is asked of tokens stands in <see cref="TokenRules"/>, what becomes of a request in <see cref="AccessGate"/>.
/// </summary>
internal static class AccessSetup
{
    private const string Any = "Ombud";

    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccessSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<LastUse>();
        var ways = services
            .AddAuthentication(Any)
            .AddPolicyScheme(Any, null, policy => policy.ForwardDefaultSelector = context => Way(context.Request, settings.TakesTokens))
            .AddScheme<AuthenticationSchemeOptions, LocalDeveloper>(LocalDeveloper.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        if (settings.TakesTokens)
        {
            var keys = settings.JwksFile is { } file ? new KeysOfTheIssuer(file) : null;
            ways.AddJwtBearer(options => TokenRules.Apply(options, settings, keys));
        }
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new DeclaredScope()).Build());
        services.AddSingleton<IAuthorizationHandler, DeclaredScopeCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessGate>();
    }

    /// <summary>Whoever sends a proof is judged by it, in development too.</summary>
    private static string Way(HttpRequest request, bool tokens) =>
        request.Headers.Authorization.Count == 0 ? LocalDeveloper.SchemeName
        : tokens
        && !request.Headers.Authorization.ToString().StartsWith(ApiKeyHandler.Bearer + KeyText.Prefix, StringComparison.OrdinalIgnoreCase)
            ? JwtBearerDefaults.AuthenticationScheme
        : ApiKeyHandler.SchemeName;
}
