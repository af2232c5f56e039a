using System.Globalization;
using System.Threading.RateLimiting;
using Ombud.Api.Access;
using Ombud.Api.Http;

namespace Ombud.Api.RequestLimits;

/// <summary>How often each caller may ask, in each minute, of this node. Answers say so (draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class RateLimits(RateLimitSettings settings) : IMiddleware, IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<Asker> _limiter = PartitionedRateLimiter.Create<Asker, Asker>(asker =>
        RateLimitPartition.GetFixedWindowLimiter(
            asker,
            each => new FixedWindowRateLimiterOptions
            {
                PermitLimit = each.PerMinute,
                Window = Window,
                QueueLimit = 0,
            }
        )
    );

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (AskerOf(context) is not { } asker)
        {
            await next(context);
            return;
        }
        using var lease = _limiter.AttemptAcquire(asker);
        var headers = context.Response.Headers;
        var remaining = _limiter.GetStatistics(asker)?.CurrentAvailablePermits ?? 0;
        // At the last moment, as all headers.
        context.Response.OnStarting(() =>
        {
            headers["RateLimit-Policy"] = string.Create(
                CultureInfo.InvariantCulture,
                $"\"minute\";q={asker.PerMinute};w={(int)Window.TotalSeconds}"
            );
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";r={remaining}");
            return Task.CompletedTask;
        });
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problems.Of(RequestLimitRefusals.TooManyRequests, StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }

    /// <summary>Null for who is not limited: the local developer, and whoever looks after the process.</summary>
    private Asker? AskerOf(HttpContext context) =>
        !settings.Enabled || context.Request.Path.StartsWithSegments("/health") ? null
        : Grant.Of(context) is not { } grant ? new($"address {context.Connection.RemoteIpAddress}", settings.StrangersPerMinute)
        : grant.By == Caller.LocalDeveloper ? null
        : new(grant.By, settings.PerMinute);

    public void Dispose() => _limiter.Dispose();

    private sealed record Asker(string Name, int PerMinute);
}
