using System.Globalization;
using System.Threading.RateLimiting;
using Ombud.Api.Access;
using Ombud.Api.Http;

namespace Ombud.Api.RequestLimits;

/// <summary>How often each caller may ask, in each minute, of this node. Answers say so (draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class RateLimitMiddleware(RateLimitSettings settings) : IMiddleware, IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<Partition> _limiter = PartitionedRateLimiter.Create<Partition, Partition>(partition =>
        RateLimitPartition.GetFixedWindowLimiter(
            partition,
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
        if (PartitionOf(context) is not { } partition)
        {
            await next(context);
            return;
        }
        using var lease = _limiter.AttemptAcquire(partition);
        var headers = context.Response.Headers;
        var remaining = _limiter.GetStatistics(partition)?.CurrentAvailablePermits ?? 0;
        // At the last moment, as all headers.
        context.Response.OnStarting(() =>
        {
            headers["RateLimit-Policy"] = string.Create(
                CultureInfo.InvariantCulture,
                $"\"minute\";q={partition.PerMinute};w={(int)Window.TotalSeconds}"
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

    /// <summary>Null for what is not limited: the local developer and health checks.</summary>
    private Partition? PartitionOf(HttpContext context) =>
        !settings.Enabled || context.Request.Path.StartsWithSegments("/health") ? null
        : CallerIdentity.Of(context) is not { } identity ? new($"address {context.Connection.RemoteIpAddress}", settings.AnonymousPerMinute)
        : identity.By == Caller.LocalDeveloper ? null
        : new(identity.By, settings.PerMinute);

    public void Dispose() => _limiter.Dispose();

    private sealed record Partition(string Name, int PerMinute);
}
