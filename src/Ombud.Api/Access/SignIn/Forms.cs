using Microsoft.AspNetCore.Antiforgery;

namespace Ombud.Api.Access.SignIn;

/// <summary>Forms of pages that do something.</summary>
internal static class Forms
{
    /// <summary>
    /// True where no other site can have sent it: it has the token of the session, or whoever sends it has none, and a browser sends no
    /// key by itself.
    /// </summary>
    public static async Task<bool> IsOursAsync(HttpContext context) =>
        context.Request.HasFormContentType
        && (
            CallerIdentity.Of(context) is { PersonName: null }
            || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
        );
}
