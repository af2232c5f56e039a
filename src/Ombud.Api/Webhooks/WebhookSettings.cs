using System.Net;
using NodaTime;
using Ombud.Api.Settings;

namespace Ombud.Api.Webhooks;

/// <summary>What webhooks may do: the section <c>Ombud:Webhooks</c>.</summary>
/// <param name="AllowHttp">In development: addresses without TLS.</param>
internal sealed record WebhookSettings(AddressRules Addresses, bool AllowHttp)
{
    /// <summary>How long a subscriber has to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>How much of an answer is read.</summary>
    public const int LongestAnswer = 1024;

    /// <summary>How long both secrets sign after a rotation.</summary>
    public static readonly Duration Overlap = Duration.FromDays(1);

    /// <summary>How long it is kept what was tried.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>In one municipality.</summary>
    public const int Most = 50;

    public static WebhookSettings Read(IConfiguration configuration, bool development)
    {
        var allowed = new List<IPNetwork>();
        foreach (var given in configuration.GetSection("Ombud:Webhooks:AllowedNetworks").GetChildren().Select(each => each.Value))
            allowed.Add(
                IPNetwork.TryParse(given, out var network)
                    ? network
                    : throw new SettingsException(
                        $"Ombud__Webhooks__AllowedNetworks__0 and so on name networks such as 10.20.0.0/16; {given} is none."
                    )
            );
        return new(new(development, allowed), development);
    }
}
