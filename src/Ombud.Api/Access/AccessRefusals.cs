using Ombud.Domain;

namespace Ombud.Api.Access;

/// <summary>Everything about who asks that can refuse a request.</summary>
internal static class AccessRefusals
{
    public static readonly Refusal ScopeMissing = new(
        "scope-missing",
        "You may not do this.",
        "Use a key or a token that has the scope which is named here."
    );

    public static readonly Refusal NoMunicipality = new(
        "no-municipality",
        "Your token acts for no municipality.",
        "Have the issuer name the municipality in the token, or its organisation be listed under Ombud:Access:Consumers."
    );

    public static readonly Refusal IssuerUnavailable = new(
        "issuer-unavailable",
        "Tokens cannot be checked just now.",
        "Their issuer's keys cannot be read. Try again shortly; nothing was changed."
    );

    public static readonly Refusal NoRole = new(
        "no-role",
        "You have signed in, and have no role here.",
        "Have whoever manages access put you in a group that Ombud:Access:SignIn:Grants names, and sign in again."
    );

    public static readonly Refusal SignInFailed = new(
        "sign-in-failed",
        "Signing in did not succeed.",
        "Begin at the start page and sign in anew. What the provider said stands in the log."
    );

    public static readonly Refusal FormExpired = new(
        "form-expired",
        "The form is no longer valid.",
        "Open the page again and send the form from there; nothing was changed."
    );

    public static IReadOnlyList<Refusal> All { get; } =
    [ScopeMissing, NoMunicipality, IssuerUnavailable, NoRole, SignInFailed, FormExpired];
}
