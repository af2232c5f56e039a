using Ombud.Api.Settings;

namespace Ombud.Api.RequestLimits;

/// <param name="PerMinute">Of an authenticated caller.</param>
/// <param name="AnonymousPerMinute">
/// Of an address whose requests are not authenticated; behind a proxy that is the proxy's, for all anonymous callers together.
/// </param>
internal sealed record RateLimitSettings(bool Enabled, int PerMinute, int AnonymousPerMinute)
{
    /// <exception cref="SettingsException">A number is none, or too small.</exception>
    public static RateLimitSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Ombud:RateLimit");
        return new(
            section["Enabled"] is not { } enabled
                || (bool.TryParse(enabled, out var on) ? on : throw new SettingsException("Ombud__RateLimit__Enabled is true or false.")),
            Number("PerMinute", 1200),
            Number("StrangersPerMinute", 120)
        );

        int Number(string name, int usual) =>
            section[name] is not { } given ? usual
            : int.TryParse(given, out var number) && number > 0 ? number
            : throw new SettingsException($"Ombud__RateLimit__{name} is {given}; give how many requests a minute, 1 or more.");
    }
}
