using System.Collections.Frozen;
using System.Security.Claims;

namespace Ombud.Api.Access;

/// <summary>What a key, a token or the developer's machine proves about a caller.</summary>
/// <param name="By">
/// Who it is, as the history names it. The word before the first colon says what proved it, so that no token can pass for a key.
/// </param>
/// <param name="Municipalities">Those it acts for, mostly one; null for the local developer, who acts for any.</param>
/// <param name="OnBehalfOf">The user of the calling system, where the token itself says so.</param>
internal sealed record CallerIdentity(string By, IReadOnlyList<string>? Municipalities, FrozenSet<string> Scopes, string? OnBehalfOf = null)
{
    /// <summary>What a person who has signed in is called; null for whoever else.</summary>
    public string? PersonName { get; init; }

    /// <summary>What was proved about the caller of a request, or null where nothing was.</summary>
    public static CallerIdentity? Of(HttpContext context) => (context.User.Identity as Claims)?.Identity;

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new Claims(this, scheme));

    private sealed class Claims(CallerIdentity identity, string scheme)
        : ClaimsIdentity([new(ClaimTypes.Name, identity.By)], scheme, ClaimTypes.Name, null)
    {
        public CallerIdentity Identity => identity;
    }
}
