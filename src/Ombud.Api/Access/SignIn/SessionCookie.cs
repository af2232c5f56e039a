using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;

namespace Ombud.Api.Access.SignIn;

/// <summary>
/// The cookie of a session. It lasts for a few minutes and is not prolonged: then the provider is asked again, so that a role that was
/// taken away, or an account that was closed, opens nothing for longer than that.
/// </summary>
internal static class SessionCookie
{
    /// <summary>Of this host alone, and only over TLS (RFC 6265bis, section 4.1.3.2).</summary>
    public const string Name = "__Host-ombud";

    public static void Configure(CookieAuthenticationOptions options, SignInSettings settings)
    {
        options.Cookie = new()
        {
            Name = Name,
            HttpOnly = true,
            SecurePolicy = CookieSecurePolicy.Always,
            // Strict would leave it out where the provider leads back.
            SameSite = SameSiteMode.Lax,
            Path = "/",
        };
        options.ExpireTimeSpan = TimeSpan.FromMinutes(settings.SessionMinutes);
        options.SlidingExpiration = false;
        options.Events = new() { OnValidatePrincipal = ValidateAsync };
    }

    /// <summary>Ends the session of a request, where it has one, for every copy of its cookie.</summary>
    /// <returns>What was kept with it.</returns>
    public static async Task<AuthenticationProperties?> EndAsync(HttpContext context)
    {
        // Read from the cookie itself: the identity of the request may be another's.
        var cookie = await context.AuthenticateAsync(Session.SchemeName);
        if (cookie.Properties is { ExpiresUtc: { } until } && cookie.Properties.GetString(IdKey) is { } id)
            await context
                .RequestServices.GetRequiredService<EndedSessions>()
                .AddAsync(id, Instant.FromDateTimeOffset(until), context.RequestAborted);
        return cookie.Properties;
    }

    private const string IdKey = "session";

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (http, session) = (context.HttpContext, context.Principal!);
        var (id, ended) = (Session.IdOf(session), http.RequestServices.GetRequiredService<EndedSessions>());
        if (Session.IdentityOf(session, http) is { } identity && !await ended.HasAsync(id, http.RequestAborted))
        {
            context.Properties.SetString(IdKey, id);
            context.ReplacePrincipal(identity.ToPrincipal(Session.SchemeName));
        }
        else
            context.RejectPrincipal();
    }
}
