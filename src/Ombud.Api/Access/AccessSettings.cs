using Ombud.Api.Access.SignIn;
using Ombud.Api.Http;
using Ombud.Api.Settings;

namespace Ombud.Api.Access;

/// <summary>Whose tokens are accepted, and what in them says for which municipality: the section <c>Ombud:Access</c>.</summary>
internal sealed class AccessSettings
{
    /// <summary>The <c>iss</c> of every token, to the letter. Without one only API keys are taken.</summary>
    public string? Issuer { get; set; }

    /// <summary>The <c>aud</c> that tokens for this server have, to the letter.</summary>
    public string? Audience { get; set; }

    /// <summary>A file with the issuer's public keys (RFC 7517). Read again when it changes.</summary>
    public string? JwksFile { get; set; }

    /// <summary>
    /// In place of the file: the https address under which the issuer publishes its metadata
    /// (<c>/.well-known/openid-configuration</c>).
    /// </summary>
    public string? Authority { get; set; }

    public int ClockSkewSeconds { get; set; } = 30;

    /// <summary>The claim that names the municipality, or several in a list.</summary>
    public string MunicipalityClaim { get; set; } = "municipality";

    /// <summary>
    /// Where scopes have a prefix, as Maskinporten's have: <c>drammen:ombud/</c> makes <c>cases:read</c> of
    /// <c>drammen:ombud/cases.read</c>. Scopes without it are then ignored.
    /// </summary>
    public string ScopePrefix { get; set; } = "";

    /// <summary>
    /// Organisation number to municipality, for tokens that name an organisation (<c>consumer</c>) in place of a municipality.
    /// </summary>
    public Dictionary<string, string> Consumers { get; set; } = [];

    /// <summary>True where a proxy ends TLS, so that plain http outside of this machine is meant.</summary>
    public bool TlsByProxy { get; set; }

    /// <summary>Where people sign in with a browser; null where only systems are let in.</summary>
    public SignInSettings? SignIn { get; set; }

    public bool AcceptsTokens => Issuer is not null;

    /// <exception cref="SettingsException">The first thing that is wrong, and what to give.</exception>
    public static AccessSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Ombud:Access");
        AccessSettings read;
        try
        {
            read = section.Get<AccessSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new();
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException($"Ombud:Access cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
        return (read.Wrong() ?? read.SignIn?.Wrong()) is { } wrong ? throw new SettingsException($"Ombud:Access: {wrong}") : read;
    }

    private string? Wrong() =>
        Issuer is null
            ? (Audience ?? JwksFile ?? Authority) is null
                ? WrongConsumers()
                : "without Issuer no token can be taken. Give it, or leave out Audience, JwksFile and Authority."
            : Issuer.Length == 0
                ? "Issuer is empty. Leave it out where only API keys are used."
                : string.IsNullOrEmpty(Audience)
                    ? "Audience is missing. Without it a token for another service would be taken here."
                    : JwksFile is null == Authority is null
                        ? "give either JwksFile or Authority, where the issuer's keys are."
                        : Authority is not null && !IsHttps(Authority)
                            ? $"Authority must be an https address, not {Authority}."
                            : ClockSkewSeconds is < 0 or > 300
                                ? $"ClockSkewSeconds must be 0 to 300, not {ClockSkewSeconds}."
                                : MunicipalityClaim.Length == 0
                                    ? "MunicipalityClaim is empty."
                                    : WrongConsumers();

    private string? WrongConsumers() =>
        Consumers.Keys.FirstOrDefault(number => number.Length is < 8 or > 9 || !number.All(char.IsAsciiDigit)) is { } odd
            ? $"Consumers has {odd}, which is no organisation number: give its eight or nine digits alone."
        : Consumers.FirstOrDefault(pair => !Caller.IsCode(pair.Value)) is { Key: { } number } pair
            ? $"Consumers gives {number} the municipality {pair.Value}, which is no code: lower-case letters, digits and hyphens."
        : null;

    private static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
