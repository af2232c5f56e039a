using Microsoft.AspNetCore.Antiforgery;
using Ombud.Api.Access;

namespace Ombud.Api.Pages;

/// <summary>Who looks at a page, and what its frame offers them.</summary>
/// <param name="Who">What they are called; null where nobody is known.</param>
/// <param name="Token">What a form sends along so that no other site can send it; null where nobody has signed in here.</param>
/// <param name="Scopes">What they may do.</param>
public sealed record PageFrame(string? Who, AntiforgeryTokenSet? Token, IReadOnlySet<string> Scopes)
{
    public static PageFrame Of(HttpContext context) =>
        CallerIdentity.Of(context) is { } identity
            ? new(
                identity.PersonName ?? identity.By,
                identity.PersonName is null ? null : context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
                identity.Scopes
            )
            : new(null, null, new HashSet<string>());

    public bool May(string? scope) => scope is null ? Who is not null : Scopes.Contains(scope);
}
