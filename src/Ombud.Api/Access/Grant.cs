using System.Collections.Frozen;
using System.Security.Claims;

namespace Ombud.Api.Access;

/// <summary>What a key, a token or the developer's machine proves of a caller.</summary>
/// <param name="By">Who it is, as the history names it. The word before the first colon says what proved it, so that no token can pass for a key.</param>
/// <param name="Municipalities">Those it acts for, mostly one; null for the local developer, who acts for any.</param>
/// <param name="OnBehalfOf">The user of the calling system, where the token itself says so.</param>
internal sealed record Grant(string By, IReadOnlyList<string>? Municipalities, FrozenSet<string> Scopes, string? OnBehalfOf = null)
{
    /// <summary>What was proved about the caller of a request, or null where nothing was.</summary>
    public static Grant? Of(HttpContext context) => (context.User.Identity as Proved)?.Grant;

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new Proved(this, scheme));

    private sealed class Proved(Grant grant, string scheme)
        : ClaimsIdentity([new(ClaimTypes.Name, grant.By)], scheme, ClaimTypes.Name, null)
    {
        public Grant Grant => grant;
    }
}
