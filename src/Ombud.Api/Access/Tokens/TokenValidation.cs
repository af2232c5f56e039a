using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ombud.Api.Access.Tokens;

/// <summary>Which tokens are accepted: what RFC 8725 asks for, with issuer and audience exactly as set.</summary>
internal static class TokenValidation
{
    private const int LongestToken = 16 * 1024;

    /// <summary>Signatures with a key that only the issuer has: none with a shared secret, and never none.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static void Configure(JwtBearerOptions options, AccessSettings settings, IssuerKeys? keys)
    {
        options.MapInboundClaims = false;
        options.Authority = settings.Authority;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken });
        options.TokenValidationParameters = Parameters(settings, keys);
        options.Events = new()
        {
            OnTokenValidated = context =>
            {
                var token = (JsonWebToken)context.SecurityToken;
                // What a token calls critical must be understood (RFC 7515, section 4.1.11), and nothing of that kind is.
                if (token.TryGetHeaderValue<object>("crit", out _))
                    context.Fail(new CredentialRejectedException("The token has critical headers that are not known here."));
                else if (TokenIdentity.Of(token, settings) is { } identity)
                    context.Principal = identity.ToPrincipal(context.Scheme.Name);
                else
                    context.Fail(
                        new CredentialRejectedException(
                            "The token does not say whose it is: it needs sub or client_id, of at most 200 characters."
                        )
                    );
                return Task.CompletedTask;
            },
            OnAuthenticationFailed = async context =>
            {
                // Without its issuer's keys every token looks wrongly signed.
                if (await UnavailableAsync(context.Options, context.HttpContext.RequestAborted) is { } unavailable)
                    context.Fail(unavailable);
            },
        };
    }

    private static async Task<IssuerUnavailableException?> UnavailableAsync(JwtBearerOptions options, CancellationToken cancel)
    {
        try
        {
            // Read once, and kept: this asks the issuer only where it has never answered.
            await (options.ConfigurationManager?.GetConfigurationAsync(cancel) ?? Task.CompletedTask);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return new(e);
        }
    }

    private static TokenValidationParameters Parameters(AccessSettings settings, IssuerKeys? keys) =>
        new()
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Audience,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = Algorithms,
            TypeValidator = Type,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(settings.ClockSkewSeconds),
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolver = keys is null ? null : (_, _, kid, _) => keys.Named(kid),
        };

    /// <summary>An access token, or one that does not say (Maskinporten's do not); never one that says it is something else.</summary>
    private static string Type(string? type, SecurityToken token, TokenValidationParameters rules) =>
        string.IsNullOrEmpty(type) || new[] { "at+jwt", "application/at+jwt", "JWT" }.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? type ?? ""
            : throw new SecurityTokenInvalidTypeException("Not an access token.");
}
