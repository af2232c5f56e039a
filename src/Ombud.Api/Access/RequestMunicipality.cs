using Microsoft.Extensions.Options;
using Ombud.Api.Http;
using Ombud.Api.Settings;

namespace Ombud.Api.Access;

/// <summary>
/// Which of its municipalities a caller means. The header, and in a page's address the parameter, chooses among them and adds none.
/// </summary>
internal static class RequestMunicipality
{
    /// <returns>The municipality, or why there is none.</returns>
    public static (string? Tenant, Problem? Problem) Of(CallerIdentity identity, HttpContext context)
    {
        var named = Named(context.Request);
        return identity.Municipalities switch
        {
            null => (named ?? context.RequestServices.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality, null),
            [] => (null, Problems.Of(AccessRefusals.NoMunicipality, StatusCodes.Status403Forbidden)),
            [var only] when named is null => (only, null),
            var several when named is null => (
                null,
                Problems.Invalid(
                    Caller.MunicipalityHeader,
                    "required",
                    $"Name one of those that your token acts for: {string.Join(", ", several)}."
                )
            ),
            // Whether it exists is not for this caller to know: an unknown one is answered the same.
            var several => several.Contains(named)
                ? (named, null)
                : (null, Problems.OfStatus(StatusCodes.Status404NotFound) with { Detail = "You act for no municipality of that name." }),
        };
    }

    /// <summary>The municipality that a request names; null where it names none.</summary>
    public static string? Named(HttpRequest request) =>
        request.Query[Caller.MunicipalityParameter] is [{ Length: > 0 } inAddress, ..] ? inAddress
        : request.Headers[Caller.MunicipalityHeader].ToString() is { Length: > 0 } inHeader ? inHeader
        : null;
}
