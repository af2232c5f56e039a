using System.Net;

namespace Ombud.Api.Hosting;

/// <summary>Until callers can prove who they are, the API serves only the developer at this machine.</summary>
internal static class ListenGuard
{
    /// <summary>Where the configuration has the API listen. Endpoints of Kestrel's own section would win over the urls.</summary>
    public static IEnumerable<string> Urls(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? endpoint.Path)
            .Concat(configuration["urls"]!.Split(';', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Why the API must not start, or null where it may.</summary>
    public static string? Refusal(string environment, IEnumerable<string> urls) =>
        environment != Environments.Development
            ? $"Ombud cannot authenticate callers yet, so it starts in the Development environment only, not in {environment}."
            : urls.FirstOrDefault(url => !IsLoopback(url)) is { } open
                ? $"Ombud cannot authenticate callers yet, so it listens on loopback only, not on {open}. Use --urls http://127.0.0.1:5080."
                : null;

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
