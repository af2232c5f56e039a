using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Http;
using Ombud.Api.Pages;

namespace Ombud.Api.SignInPages;

/// <summary>Signing in with the organisation's provider, and out at both ends.</summary>
internal static class SignInEndpoints
{
    public static void MapSignInPages(this RouteGroupBuilder pages)
    {
        pages.MapGet(SignInPaths.SignIn, SignInAsync).ExcludeFromDescription().AllowAnonymous();
        pages.MapPost(SignInPaths.SignOut, SignOutAsync).ExcludeFromDescription().AllowAnonymous();
        pages.MapGet(SignInPaths.SignedOut, (PageAddress address) => Page(address, null)).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(HttpContext http, AccessSettings access)
    {
        if (access.SignIn is null)
            return Problems.OfStatus(StatusCodes.Status404NotFound);
        var query = http.Request.Query;
        try
        {
            await http.ChallengeAsync(
                OpenIdConnectDefaults.AuthenticationScheme,
                new OpenIdConnectChallengeProperties
                {
                    RedirectUri = SignInPaths.Local(query[SignInPaths.ReturnTo]),
                    Prompt = query.ContainsKey(SignInPaths.AsSomebody) ? "login" : null,
                }
            );
            return TypedResults.Empty;
        }
        catch (Exception e) when (IsAway(e))
        {
            return Problems.Of(AccessRefusals.IssuerUnavailable, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, PageAddress address, AccessSettings access)
    {
        if (access.SignIn is null)
            return Problems.OfStatus(StatusCodes.Status404NotFound);
        if (CallerIdentity.Of(http) is not { PersonName: not null })
            return Page(address, null);
        if (!await Forms.IsOursAsync(http))
            return Problems.Of(AccessRefusals.FormExpired, StatusCodes.Status400BadRequest);
        await SessionCookie.EndAsync(http);
        await http.SignOutAsync(Session.SchemeName);
        var provider = await AtProviderAsync(http);
        http.User = new();
        return Page(address, provider);
    }

    /// <summary>
    /// Where to sign out at the provider; null where it has no such address or cannot be asked. A page leads there, because a browser
    /// follows no form from here to another host.
    /// </summary>
    private static async Task<string?> AtProviderAsync(HttpContext http)
    {
        try
        {
            await http.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, new() { RedirectUri = SignInPaths.SignedOut });
        }
        catch (Exception e) when (IsAway(e))
        {
            return null;
        }
        var (address, headers) = (http.Response.Headers.Location.ToString(), http.Response.Headers);
        headers.Remove("Location");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? address
            : null;
    }

    private static bool IsAway(Exception error) => error is InvalidOperationException or IOException or HttpRequestException;

    private static PageResult<SignedOutPage> Page(PageAddress address, string? provider) =>
        new(
            StatusCodes.Status200OK,
            new(address.Language ?? "en", DateTimeZone.Utc),
            (nameof(SignedOutPage.Address), address.At(SignInPaths.SignedOut)),
            (nameof(SignedOutPage.Provider), provider!)
        );
}
