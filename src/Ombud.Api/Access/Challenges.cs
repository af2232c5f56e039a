using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;
using Ombud.Api.Http;

namespace Ombud.Api.Access;

/// <summary>
/// The challenge to a caller that is not authorized (RFC 6750, section 3): what to send, never what would have been right.
/// </summary>
internal static class Challenges
{
    private const string Realm = "Bearer realm=\"ombud\"";

    /// <returns>Also what is wrong with the proof; null where none was sent, or nothing can be said of it.</returns>
    public static async Task<(Problem Problem, string? Wrong)> UnauthenticatedAsync(HttpContext context)
    {
        // Decided already: this asks for the result. Of a session that has ended, signing in again says it.
        var failure = context.Request.Headers.Authorization.Count == 0 ? null : (await context.AuthenticateAsync()).Failure;
        if (failure is IssuerUnavailableException)
            return (Problems.Of(AccessRefusals.IssuerUnavailable, StatusCodes.Status503ServiceUnavailable), null);
        var wrong = failure is null ? null : Sentence(failure);
        context.Response.Headers.WWWAuthenticate = wrong is null
            ? Realm
            : $"{Realm}, error=\"invalid_token\", error_description=\"{wrong}\"";
        var problem = Problems.Of(Problems.Unauthenticated, StatusCodes.Status401Unauthorized);
        return (wrong is null ? problem : problem with { Detail = $"{wrong} {problem.Detail}" }, wrong);
    }

    public static Problem ScopeMissing(HttpContext context)
    {
        var problem = Problems.Of(AccessRefusals.ScopeMissing, StatusCodes.Status403Forbidden);
        // No caller has the scope of an endpoint that declares none.
        var scope = context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope ?? "undeclared";
        context.Response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"";
        return problem with { Detail = $"The scope {scope} is missing. {problem.Detail}" };
    }

    private static string Sentence(Exception failure) =>
        failure switch
        {
            CredentialRejectedException rejected => rejected.Message,
            SecurityTokenExpiredException => "The token has expired.",
            SecurityTokenNotYetValidException => "The token is not valid yet.",
            SecurityTokenInvalidAudienceException => "The token is meant for somebody else.",
            SecurityTokenInvalidIssuerException => "The token is of another issuer.",
            SecurityTokenNoExpirationException => "The token never expires, which is not taken here.",
            _ => "The token is not valid.",
        };
}

/// <summary>Credentials were sent and are not valid; the message is for the caller.</summary>
internal sealed class CredentialRejectedException(string message) : Exception(message);

/// <summary>The keys of the issuer cannot be had, so nothing can be said of a token.</summary>
internal sealed class IssuerUnavailableException(Exception inner) : Exception("The issuer's keys cannot be read.", inner);
