using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Ombud.Api.Access.Keys;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Access.Tokens;
using Ombud.Api.Http;

namespace Ombud.Api.Access;

/// <summary>
/// Authentication and authorization: a request proves who sends it in one of four ways, and needs the scope that its endpoint declares.
/// Start here; <see cref="TokenValidation"/> checks tokens, <see cref="Provider"/> lets people sign in,
/// <see cref="AuthorizationResultHandler"/> answers requests that are refused.
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
            .AddPolicyScheme(DefaultScheme, null, policy => policy.ForwardDefaultSelector = context => SchemeOf(context, settings))
            .AddScheme<AuthenticationSchemeOptions, LocalDeveloperHandler>(LocalDeveloperHandler.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        if (settings.AcceptsTokens)
        {
            var keys = settings.JwksFile is { } file ? new IssuerKeys(file) : null;
            schemes.AddJwtBearer(options => TokenValidation.Configure(options, settings, keys));
        }
        if (settings.SignIn is { } signIn)
            schemes
                .AddCookie(Session.SchemeName, options => SessionCookie.Configure(options, signIn))
                .AddOpenIdConnect(options => Provider.Configure(options, signIn));
        services.AddSingleton<EndedSessions>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie = new()
            {
                Name = $"{SessionCookie.Name}-form",
                HttpOnly = true,
                SecurePolicy = CookieSecurePolicy.Always,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            };
            // Every answer has one already.
            forms.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new ScopeRequirement()).Build());
        services.AddSingleton<IAuthorizationHandler, ScopeAuthorizationHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationResultHandler>();
    }

    /// <summary>
    /// A request with credentials is authenticated by them, in development too. A session reads, and sends the forms of pages: what
    /// another site has a browser send to the API is nobody's.
    /// </summary>
    private static string SchemeOf(HttpContext context, AccessSettings settings)
    {
        var request = context.Request;
        if (request.Headers.Authorization.Count > 0)
            return settings.AcceptsTokens && !IsKey(request.Headers.Authorization.ToString())
                ? JwtBearerDefaults.AuthenticationScheme
                : ApiKeyHandler.SchemeName;
        return
            settings.SignIn is not null
            && request.Cookies.ContainsKey(SessionCookie.Name)
            && (HttpMethods.IsGet(request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<MainMedia>()?.Type == MediaTypes.Html)
            ? Session.SchemeName
            : LocalDeveloperHandler.SchemeName;
    }

    private static bool IsKey(string authorization) =>
        authorization.StartsWith(ApiKeyHandler.Bearer + KeyText.Prefix, StringComparison.OrdinalIgnoreCase);
}
