using System.Globalization;
using System.Net;
using Ombud.Api.Access;
using Ombud.Api.Settings;

namespace Ombud.Api.RequestLimits;

/// <param name="PerAddress">Open connections of one address.</param>
/// <param name="Strangers">Open connections, of all addresses together, on which nobody has proved who they are.</param>
/// <param name="Callers">Open connections on which a caller has.</param>
/// <param name="Proxies">Addresses that speak for others, and have no limit of their own.</param>
internal sealed record ConnectionSettings(int PerAddress, int Strangers, int Callers, IReadOnlyList<IPNetwork> Proxies)
{
    /// <exception cref="SettingsException">A number is none, or too small; an address is none.</exception>
    public static ConnectionSettings Read(IConfiguration configuration, AccessSettings access)
    {
        var section = configuration.GetSection("Ombud:Connections");
        return new(
            // Behind a proxy that ends TLS nobody but the proxy connects.
            Number("PerAddress", access.TlsByProxy ? int.MaxValue : 100),
            Number("Strangers", 500),
            Number("Callers", 500),
            [
                .. (section["Proxies"] ?? "")
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(Network),
            ]
        );

        int Number(string name, int usual) =>
            section[name] is not { } given ? usual
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new SettingsException($"Ombud__Connections__{name} is {given}; give how many connections may be open, 1 or more.");
    }

    private static IPNetwork Network(string given) =>
        IPAddress.TryParse(given, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(given, out var network) ? network
        : throw new SettingsException(
            $"Ombud__Connections__Proxies: {given} is no address; give addresses or networks with commas, like 10.0.0.5,10.1.0.0/16."
        );
}
