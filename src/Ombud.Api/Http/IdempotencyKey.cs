using System.Security.Cryptography;
using System.Text;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// The header <c>Idempotency-Key</c> (IETF draft-ietf-httpapi-idempotency-key-header): a quoted string; one without quotes is understood.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int Longest = 255;

    /// <returns>Null where there is none, where it cannot be read, or where nothing is written.</returns>
    public static string? Of(HttpRequest request) =>
        Writes(request) && request.Headers[Header] is [{ } given] && Read(given) is { } key ? key : null;

    /// <returns>SHA-256 of a body's bytes, in lower-case hexadecimal, where a key is given; it tells one request from another.</returns>
    public static string? DigestOf(HttpRequest request, ReadOnlySpan<byte> body) =>
        Of(request) is null ? null : Convert.ToHexStringLower(SHA256.HashData(body));

    public static IEnumerable<Fault> Faults(HttpRequest request)
    {
        var given = request.Headers[Header];
        if (!Writes(request) || given.Count == 0)
            yield break;
        if (Read(given[0]!) is null)
            yield return new(
                Header,
                "invalid_value",
                $"Give a string of 1 to {Longest} printable ASCII characters in quotes, such as \"8e03978e-40d5-43e8-bc93-6894a57f9324\"."
            );
    }

    private static bool Writes(HttpRequest request) => HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method);

    private static string? Read(string given)
    {
        var text =
            given.Length > 1 && given[0] == '"' && given[^1] == '"' ? Unquoted(given[1..^1])
            : given.Contains('"') ? null
            : given;
        return text is { Length: > 0 and <= Longest } && text.All(c => c is >= ' ' and <= '~') ? text : null;
    }

    /// <summary>A string of RFC 8941: a backslash stands before a quote or a backslash, and nothing else.</summary>
    private static string? Unquoted(string inner)
    {
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
            if (inner[i] == '"' || (inner[i] == '\\' && !(++i < inner.Length && inner[i] is '"' or '\\')))
                return null;
            else
                text.Append(inner[i]);
        return text.ToString();
    }
}
