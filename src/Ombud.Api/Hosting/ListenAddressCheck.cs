using System.Net;

namespace Ombud.Api.Hosting;

/// <summary>
/// Where the API may listen: in development, where callers need no credentials, on this machine only; elsewhere anywhere, but not
/// without TLS.
/// </summary>
internal static class ListenAddressCheck
{
    /// <summary>Where the configuration has the API listen. Endpoints of Kestrel's own section would win over the urls.</summary>
    public static IEnumerable<string> Urls(IConfiguration configuration) =>
        configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"] ?? endpoint.Path)
            .Concat(configuration["urls"]!.Split(';', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Why the API must not start, or null where it may.</summary>
    /// <param name="tlsByProxy">A proxy ends TLS, and only it reaches the address.</param>
    public static string? Refusal(string environment, IEnumerable<string> urls, bool tlsByProxy) =>
        environment == Environments.Development
            ? urls.FirstOrDefault(url => !IsLoopback(url)) is { } open
                ? $"In Development callers need no credentials, so it listens on loopback only, not on {open}. Use --urls "
                    + $"{Server.DefaultUrl}, or ASPNETCORE_ENVIRONMENT=Production."
                : null
            : urls.FirstOrDefault(url => !IsLoopback(url) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) is { } clear
            && !tlsByProxy
                ? $"Keys and tokens would be sent unencrypted to {clear}. Listen with https, or behind a proxy that does, and "
                    + "then set Ombud__Access__TlsByProxy=true."
                : null;

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
