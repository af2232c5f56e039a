using System.Net;
using System.Net.Sockets;
using Ombud.Domain;

namespace Ombud.Api.Webhooks;

/// <summary>Finds the addresses of a host.</summary>
internal interface IHostResolver
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel);
}

internal sealed class DnsResolver : IHostResolver
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel) => Dns.GetHostAddressesAsync(host, cancel);
}

/// <summary>
/// Whether an address may be given for a webhook. When something is sent it is judged again, by what it then resolves to.
/// </summary>
internal sealed class WebhookUrl(WebhookSettings settings, IHostResolver resolver)
{
    private const int Longest = 2000;
    private const string Field = "url";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Which rule forbids it; null where none does.</summary>
    public async Task<Fault?> FaultAsync(string given, CancellationToken cancel)
    {
        if (given.Length > Longest || !Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Host.Length == 0)
            return Wrong("invalid_value", $"Give an absolute https address of at most {Longest} characters.", given);
        if (url.Scheme != Uri.UriSchemeHttps && !(settings.AllowHttp && url.Scheme == Uri.UriSchemeHttp))
            return Wrong("https_only", "Only https addresses are sent to.", given);
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return Wrong(
                "invalid_value",
                "Give it without user name, password and fragment: the signature proves who sends.",
                url.GetLeftPart(UriPartial.Scheme)
            );
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            var addresses = await resolver.ResolveAsync(url.IdnHost, patience.Token);
            return addresses.Select(settings.Addresses.Refusal).FirstOrDefault(refusal => refusal is not null) is { } refusal
                ? Wrong(
                    "address_not_allowed",
                    $"Its host is {refusal}, which is not sent to. Give a public address, or have the network be listed in "
                        + "Ombud__Webhooks__AllowedNetworks.",
                    given
                )
                : null;
        }
        catch (Exception e)
            when (e is SocketException or ArgumentException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Wrong("unknown_host", "Its host has no address.", given);
        }
    }

    private static Fault Wrong(string code, string detail, string value) => new(Field, code, detail) { Value = value };
}
