using System.Collections.Frozen;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Ombud.Api.Access.Keys;

/// <summary>
/// Authenticates a caller with an API key. It is sent where a token would be (<c>Authorization: Bearer</c>): proxies and logs know that
/// header as one to hide, and a system that changes from a key to tokens changes one value.
/// </summary>
internal sealed class ApiKeyHandler(
    ApiKeys keys,
    LastUseRecorder lastUse,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.Fail(new CredentialRejectedException("Only Bearer is taken."));
        var text = sent[Bearer.Length..].Trim();
        if (!text.StartsWith(KeyText.Prefix, StringComparison.Ordinal))
            return AuthenticateResult.Fail(new CredentialRejectedException("This server takes API keys only, no tokens."));
        if (KeyText.Read(text) is not { } given || await keys.VerifyAsync(given, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail(new CredentialRejectedException("The API key is unknown, has expired or was revoked."));
        lastUse.Note(key);
        return AuthenticateResult.Success(
            new(
                new CallerIdentity($"key:{key.Id} {key.Name}", [key.Municipality], key.Scopes.ToFrozenSet()).ToPrincipal(SchemeName),
                SchemeName
            )
        );
    }
}
