using Microsoft.AspNetCore.Http.Timeouts;
using Ombud.Api.Http;
using Ombud.Api.Settings;

namespace Ombud.Api.RequestLimits;

/// <summary>How long a request may take.</summary>
internal static class RequestTimeouts
{
    /// <summary>The policy of endpoints that read a whole history.</summary>
    public const string Long = "long";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <exception cref="SettingsException">
    /// The limit is no number, or too small: reported at the start, not at the first request.
    /// </exception>
    public static void AddRequestTimeoutPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        var usual = Usual(configuration);
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
    }

    private static TimeSpan Usual(IConfiguration configuration) =>
        configuration["Ombud:TimeLimitSeconds"] is not { } given ? TimeSpan.FromSeconds(30)
        : int.TryParse(given, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds)
        : throw new SettingsException($"Ombud__TimeLimitSeconds is {given}; give how long a request may take, 1 or more.");

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return Problems.Of(RequestLimitRefusals.TookTooLong, StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }
}
