using System.Net;
using System.Net.Sockets;

namespace Ombud.Api.Webhooks;

/// <summary>
/// Which addresses may be sent to: none through which a caller could reach what only this server can, its own machine, its network, the
/// metadata of its cloud.
/// </summary>
/// <param name="AllowLoopback">In development: this machine.</param>
/// <param name="Allowed">Networks that are meant all the same.</param>
internal sealed record AddressRules(bool AllowLoopback, IReadOnlyList<IPNetwork> Allowed)
{
    private static readonly (string Rule, IPNetwork[] Networks)[] Refused =
    [
        ("this machine (loopback)", Networks("127.0.0.0/8", "::1/128")),
        ("a private network", Networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10")),
        ("a link-local address", Networks("169.254.0.0/16", "fe80::/10")),
        ("a provider's shared network", Networks("100.64.0.0/10")),
        ("no address at all", Networks("0.0.0.0/8", "::/128")),
        ("a multicast or broadcast address", Networks("224.0.0.0/4", "255.255.255.255/32", "ff00::/8")),
        (
            "a reserved network",
            Networks(
                "192.0.0.0/24",
                "192.0.2.0/24",
                "192.88.99.0/24",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "240.0.0.0/4",
                "100::/64",
                "2001::/23",
                "2001:db8::/32",
                "3fff::/20",
                "5f00::/16"
            )
        ),
        // An address of IPv4 may be hidden in them.
        ("an address of IPv4 within one of IPv6", Networks("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")),
    ];

    /// <summary>What the address is that may not be sent to; null where it may.</summary>
    public string? Refusal(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (Allowed.Any(network => network.Contains(plain)) || (AllowLoopback && IPAddress.IsLoopback(plain)))
            return null;
        if (plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
            return "no internet address";
        return Refused.FirstOrDefault(each => each.Networks.Any(network => network.Contains(plain))).Rule;
    }

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
