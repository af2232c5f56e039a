using System.Collections.Frozen;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Ombud.Api.Http;
using Ombud.Api.Settings;

namespace Ombud.Api.Access.SignIn;

/// <summary>What the cookie holds of a person, and what they may do by it.</summary>
internal static class Session
{
    public const string SchemeName = "Session";

    /// <summary>Names the session itself: a new one at every sign-in.</summary>
    private const string IdClaim = "session";
    private const string PersonClaim = "person";
    private const string NameClaim = "name";
    private const int LongestName = 200;

    /// <summary>Of all that the provider says, what is needed here.</summary>
    /// <returns>Null where the person has no role here, or cannot be named.</returns>
    public static ClaimsPrincipal? Of(ClaimsPrincipal provided, SignInSettings settings)
    {
        var (person, name) = (provided.FindFirstValue(settings.IdClaim), provided.FindFirstValue(settings.NameClaim));
        var granted = settings
            .Grants.Where(grant => provided.HasClaim(grant.Claim, grant.Value))
            .Select(grant => new Claim(grant.Claim, grant.Value))
            .DistinctBy(claim => (claim.Type, claim.Value))
            .ToList();
        if (granted.Count == 0 || person is null || person.Length is 0 or > LongestName || person.Any(char.IsControl))
            return null;
        return new(
            new ClaimsIdentity(
                [
                    new(IdClaim, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))),
                    new(PersonClaim, person),
                    new(NameClaim, string.IsNullOrWhiteSpace(name) ? person : name),
                    // Apart from the others, whatever the provider calls it.
                    .. granted.Select(claim => new Claim(GrantOf(claim.Type), claim.Value)),
                ],
                SchemeName
            )
        );
    }

    /// <summary>
    /// The person for the municipality that the request names, else for the first that they have a role for: what they may do there is
    /// theirs there alone. Grants are read anew with every request, so that one that is struck off the settings gives nothing.
    /// </summary>
    public static CallerIdentity? IdentityOf(ClaimsPrincipal session, HttpContext context)
    {
        var usual = context.RequestServices.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
        var grants = context
            .RequestServices.GetRequiredService<AccessSettings>()
            .SignIn!.Grants.Where(grant => session.HasClaim(GrantOf(grant.Claim), grant.Value))
            .GroupBy(grant => grant.Municipality ?? usual)
            .ToList();
        if (grants.Count == 0)
            return null;
        var named = RequestMunicipality.Named(context.Request);
        var meant = grants.Find(each => each.Key == named);
        return new(
            $"person:{session.FindFirstValue(PersonClaim)}",
            meant is null && named is not null ? [.. grants.Select(each => each.Key)] : [(meant ?? grants[0]).Key],
            Roles.ScopesOf((meant ?? grants[0]).SelectMany(grant => grant.Roles)).ToFrozenSet()
        )
        {
            PersonName = session.FindFirstValue(NameClaim),
        };
    }

    public static string IdOf(ClaimsPrincipal session) => session.FindFirstValue(IdClaim)!;

    private static string GrantOf(string claim) => $"grant {claim}";
}
