using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Ombud.Api.Http;
using Ombud.Api.Settings;

namespace Ombud.Api.RequestLimits;

/// <summary>How much, how many and how long.</summary>
internal static class Limits
{
    /// <summary>For what reads a whole history.</summary>
    public const string Long = "long";

    private const long LargestBody = 1_000_000;
    private const int MostConnections = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 60;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        // Who sends a byte now and then to hold a connection is cut off.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
    }

    /// <exception cref="SettingsException">A limit is no number, or too small: told at the start, not at the first request.</exception>
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(RateLimitSettings.Read(configuration));
        services.AddSingleton<RateLimits>();
        services.AddTimeLimits(Usual(configuration));
    }

    private static void AddTimeLimits(this IServiceCollection services, TimeSpan usual) =>
        services.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = new()
            {
                Timeout = usual,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = AnswerAsync,
            };
            options.AddPolicy(
                Long,
                new RequestTimeoutPolicy
                {
                    Timeout = Longest,
                    TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                    WriteTimeoutResponse = AnswerAsync,
                }
            );
        });

    private static TimeSpan Usual(IConfiguration configuration) =>
        configuration["Ombud:TimeLimitSeconds"] is not { } given ? TimeSpan.FromSeconds(30)
        : int.TryParse(given, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds)
        : throw new SettingsException($"Ombud__TimeLimitSeconds is {given}; give how long a request may take, 1 or more.");

    private static Task AnswerAsync(HttpContext context) =>
        Problems.Of(RequestLimitRefusals.TookTooLong, StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
}
