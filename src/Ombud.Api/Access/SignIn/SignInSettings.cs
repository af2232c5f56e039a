using Ombud.Api.Http;

namespace Ombud.Api.Access.SignIn;

/// <summary>Where people sign in, and what their groups there may do here: the section <c>Ombud:Access:SignIn</c>.</summary>
internal sealed class SignInSettings
{
    /// <summary>The https address of the OpenID Connect provider, under which it publishes its metadata.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>In place of the secret: a file that holds it.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>What browsers call this server, such as <c>https://ombud.drammen.kommune.no</c>; a proxy may stand before it.</summary>
    public string? Address { get; set; }

    /// <summary>What is asked for beside <c>openid</c> and <c>profile</c>, where the provider wants that for groups.</summary>
    public List<string> Scopes { get; set; } = [];

    /// <summary>How people have to prove who they are, where the provider offers several ways (<c>acr_values</c>).</summary>
    public string? AcrValues { get; set; }

    /// <summary>The claim by which records of readings name a person. It must not change, and not be given to another.</summary>
    public string IdClaim { get; set; } = "sub";

    /// <summary>The claim that a page calls the person by.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>For how long the provider's word is taken. Then it is asked again, which nobody notices while it knows them.</summary>
    public int SessionMinutes { get; set; } = 15;

    public List<SignInGrant> Grants { get; set; } = [];

    /// <summary>What is wrong with it, and what to give; null where nothing is.</summary>
    public string? Wrong() =>
        !IsAddress(Authority) ? "SignIn:Authority must be the https address of the provider."
        : !IsAddress(Address) ? "SignIn:Address must be the https address that browsers have for this server."
        : string.IsNullOrEmpty(ClientId) ? "SignIn:ClientId is missing."
        : ClientSecret is not null && ClientSecretFile is not null ? "give SignIn:ClientSecret or SignIn:ClientSecretFile, not both."
        : SessionMinutes is < 1 or > 60 ? $"SignIn:SessionMinutes must be 1 to 60, not {SessionMinutes}."
        : IdClaim.Length == 0 || NameClaim.Length == 0 ? "SignIn:IdClaim and SignIn:NameClaim must name a claim."
        : Grants.Count == 0 ? "SignIn:Grants is empty, so that nobody could do anything. Give a group its roles."
        : Grants.Select(grant => grant.Wrong()).FirstOrDefault(wrong => wrong is not null) is { } wrong ? $"SignIn:Grants: {wrong}"
        : null;

    /// <summary>Unencrypted only within a machine, for tries.</summary>
    private static bool IsAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

/// <summary>What whoever has a value in a claim may do, and for which municipality.</summary>
internal sealed class SignInGrant
{
    /// <summary>The claim: <c>groups</c>, <c>roles</c>, or <c>sub</c> where one person is meant.</summary>
    public string Claim { get; set; } = "groups";

    public string Value { get; set; } = "";

    public List<string> Roles { get; set; } = [];

    /// <summary>Null for the one that is meant where none is named.</summary>
    public string? Municipality { get; set; }

    public string? Wrong() =>
        Claim.Length == 0 || Value.Length == 0 ? "each needs Value, and Claim where it is not groups."
        : Roles.Count == 0 ? $"{Value} has no Roles."
        : Roles.FirstOrDefault(role => !Access.Roles.All.ContainsKey(role)) is { } odd
            ? $"{Value} has the role {odd}; there are {string.Join(", ", Access.Roles.All.Keys)}."
        : Municipality is { } code && !Caller.IsCode(code)
            ? $"{Value} has the municipality {code}, which is no code: lower-case letters, digits and hyphens."
        : null;
}
