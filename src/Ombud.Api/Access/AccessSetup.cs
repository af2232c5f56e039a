using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Ombud.Api.Access.Keys;
using Ombud.Api.Access.Tokens;

namespace Ombud.Api.Access;

/// <summary>
/// Authentication and authorization: a request proves who sends it in one of three ways, and needs the scope that its endpoint declares.
/// Start here; <see cref="TokenValidation"/> checks tokens, <see cref="AuthorizationResultHandler"/> answers requests that are refused.
/// </summary>
internal static class AccessSetup
{
    private const string DefaultScheme = "Ombud";

    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccessSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<LastUseRecorder>();
        var schemes = services
            .AddAuthentication(DefaultScheme)
            .AddPolicyScheme(
                DefaultScheme,
                null,
                policy => policy.ForwardDefaultSelector = context => SchemeOf(context.Request, settings.AcceptsTokens)
            )
            .AddScheme<AuthenticationSchemeOptions, LocalDeveloperHandler>(LocalDeveloperHandler.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        if (settings.AcceptsTokens)
        {
            var keys = settings.JwksFile is { } file ? new IssuerKeys(file) : null;
            schemes.AddJwtBearer(options => TokenValidation.Configure(options, settings, keys));
        }
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new ScopeRequirement()).Build());
        services.AddSingleton<IAuthorizationHandler, ScopeAuthorizationHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationResultHandler>();
    }

    /// <summary>A request with credentials is authenticated by them, in development too.</summary>
    private static string SchemeOf(HttpRequest request, bool tokens) =>
        request.Headers.Authorization.Count == 0 ? LocalDeveloperHandler.SchemeName
        : tokens
        && !request.Headers.Authorization.ToString().StartsWith(ApiKeyHandler.Bearer + KeyText.Prefix, StringComparison.OrdinalIgnoreCase)
            ? JwtBearerDefaults.AuthenticationScheme
        : ApiKeyHandler.SchemeName;
}
