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

    public static IReadOnlyList<Refusal> All { get; } = [ScopeMissing, NoMunicipality, IssuerUnavailable];
}
