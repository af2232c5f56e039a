using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Ombud.Api.Webhooks;

/// <summary>A secret that requests are signed with, as Standard Webhooks 1.0 says.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Size = 32;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The header <c>webhook-signature</c>: a signature for each secret.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, Instant at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(
            ' ',
            secrets.Select(secret =>
                $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}"
            )
        );
    }
}
