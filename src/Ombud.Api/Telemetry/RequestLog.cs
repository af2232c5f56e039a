using System.Diagnostics;
using Ombud.Api.Http;

namespace Ombud.Api.Telemetry;

/// <summary>
/// A line for each request, under the category <c>Ombud.Requests</c>: the route and not the address, which has ids and numbers in it.
/// </summary>
internal static partial class RequestLog
{
    public const string Category = "Ombud.Requests";
    private const string Unmatched = "unmatched";

    [LoggerMessage(
        1,
        LogLevel.Information,
        "{Method} {Route} {Status} {Milliseconds:0.0} ms by {Caller} for {Municipality}",
        EventName = "request"
    )]
    private static partial void Answered(
        ILogger log,
        string method,
        string route,
        int status,
        double milliseconds,
        string caller,
        string municipality
    );

    /// <summary>Where nothing else is set, a developer's terminal stays quiet.</summary>
    public static void AddRequestLog(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration[$"Logging:LogLevel:{Category}"] is null)
            builder.Logging.AddFilter(Category, LogLevel.None);
    }

    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        app.Use(
            async (context, next) =>
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    if (log.IsEnabled(LogLevel.Information) && !IsProbe(context))
                        Answered(
                            log,
                            context.Request.Method,
                            Route(context),
                            context.Response.StatusCode,
                            Stopwatch.GetElapsedTime(began).TotalMilliseconds,
                            IdOf(context.User.Identity?.Name ?? "-"),
                            context.Features.Get<Caller>()?.Tenant ?? "-"
                        );
                }
            }
        );
    }

    public static string Route(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? Unmatched;

    /// <summary>Of <c>key:7c0e94d1aa52b36f Sak og arkiv</c> the part before the name.</summary>
    public static string IdOf(string caller) => caller.Split(' ')[0];

    /// <summary>Asked every few seconds by whatever watches the process: such lines would hide all others.</summary>
    private static bool IsProbe(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.Request.Path == TelemetrySetup.MetricsPath;
}
