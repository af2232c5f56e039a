using System.Text.RegularExpressions;
using Ombud.Api.Settings;

namespace Ombud.Api.Events;

/// <summary>What events are called outside: the section <c>Ombud:Events</c>.</summary>
/// <param name="Domain">The office's domain from its end, with which every type begins: <c>no.ombud</c>.</param>
internal sealed partial record EventSettings(string Domain)
{
    public static EventSettings Read(IConfiguration configuration)
    {
        var domain = configuration["Ombud:Events:Domain"] ?? "no.ombud";
        return ReverseDomain().IsMatch(domain)
            ? new(domain)
            : throw new SettingsException(
                $"Ombud__Events__Domain is {domain}; give the office's domain from its end, in lower case, such as no.drammen.ombud."
            );
    }

    [GeneratedRegex(@"^[a-z]{2,}(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z")]
    private static partial Regex ReverseDomain();
}
