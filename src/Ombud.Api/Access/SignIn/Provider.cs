using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Ombud.Api.Http;
using Ombud.Api.Settings;

namespace Ombud.Api.Access.SignIn;

/// <summary>The organisation's OpenID Connect provider: authorization code with PKCE, and signing out at both ends.</summary>
internal static class Provider
{
    public static void Configure(OpenIdConnectOptions options, SignInSettings settings)
    {
        options.Authority = settings.Authority;
        options.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret ?? SecretOf(settings.ClientSecretFile);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes in the address, so that cookies need not go along with requests of another site.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SignInScheme = Session.SchemeName;
        options.CallbackPath = SignInPaths.Callback;
        options.SignedOutCallbackPath = SignInPaths.SignedOutCallback;
        options.SignedOutRedirectUri = SignInPaths.SignedOut;
        // A request of another site would end the session of whoever sends it.
        options.RemoteSignOutPath = default;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Prepend("profile").Prepend("openid"))
            options.Scope.Add(scope);
        if (settings.AcrValues is { } acr)
            options.AdditionalAuthorizationParameters["acr_values"] = acr;
        // Some providers name groups in the token, and others where they tell of the user.
        options.GetClaimsFromUserInfoEndpoint = true;
        foreach (var claim in settings.Grants.Select(grant => grant.Claim).Append(settings.IdClaim).Append(settings.NameClaim).Distinct())
            options.ClaimActions.MapJsonKey(claim, claim);
        // The token by which the provider knows whom to sign out; the others are dropped.
        options.SaveTokens = true;
        Guard(options.CorrelationCookie, "__Secure-ombud-state.");
        Guard(options.NonceCookie, "__Secure-ombud-nonce.");
        options.Events = Events(settings);
    }

    private static OpenIdConnectEvents Events(SignInSettings settings)
    {
        var address = settings.Address!.TrimEnd('/');
        return new()
        {
            // By the setting, not by what the request calls this server.
            OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.RedirectUri = address + SignInPaths.Callback;
                return Task.CompletedTask;
            },
            OnRedirectToIdentityProviderForSignOut = context =>
            {
                context.ProtocolMessage.PostLogoutRedirectUri = address + SignInPaths.SignedOutCallback;
                return Task.CompletedTask;
            },
            OnTicketReceived = context => BeginAsync(context, settings),
            OnAccessDenied = context =>
            {
                context.HandleResponse();
                return RefuseAsync(context.HttpContext, "access was denied");
            },
            OnRemoteFailure = context =>
            {
                context.HandleResponse();
                return RefuseAsync(context.HttpContext, context.Failure?.Message);
            },
        };
    }

    /// <summary>A session of its own begins, whatever session the browser had before.</summary>
    private static async Task BeginAsync(TicketReceivedContext context, SignInSettings settings)
    {
        await SessionCookie.EndAsync(context.HttpContext);
        if (Session.Of(context.Principal!, settings) is not { } session)
        {
            context.HandleResponse();
            await Problems.Of(AccessRefusals.NoRole, StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext);
            return;
        }
        var (idToken, properties) = (context.Properties!.GetTokenValue(OpenIdConnectParameterNames.IdToken), context.Properties!);
        properties.Items.Clear();
        if (idToken is not null)
            properties.StoreTokens([new() { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
        context.Principal = session;
    }

    private static Task RefuseAsync(HttpContext context, string? why)
    {
        context
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(Provider))
            .LogWarning("Somebody could not sign in: {Reason}", why);
        return Problems.Of(AccessRefusals.SignInFailed, StatusCodes.Status400BadRequest).ExecuteAsync(context);
    }

    private static void Guard(CookieBuilder cookie, string name) =>
        (cookie.Name, cookie.SameSite, cookie.SecurePolicy) = (name, SameSiteMode.Lax, CookieSecurePolicy.Always);

    private static string? SecretOf(string? file)
    {
        try
        {
            return file is null ? null : File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Ombud:Access:SignIn:ClientSecretFile cannot be read: {e.Message}", e);
        }
    }
}
