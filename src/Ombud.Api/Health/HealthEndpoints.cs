using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Ombud.Api.Access;
using Ombud.Integrity.Json;

namespace Ombud.Api.Health;

/// <summary>Whether the process lives and is ready: one word for anybody, and what is wrong for whoever may administer.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions
                {
                    Predicate = check => check.Tags.Contains("ready"),
                    ResponseWriter = async (context, report) =>
                    {
                        if (CallerIdentity.Of(context) is { } caller && caller.Scopes.Contains(Scopes.Admin))
                            await context.Response.WriteAsJsonAsync(
                                await context
                                    .RequestServices.GetRequiredService<Readiness>()
                                    .ReadAsync(report.Status, caller.Municipalities, context.RequestAborted),
                                EventJson.Options
                            );
                        else
                        {
                            context.Response.ContentType = "text/plain";
                            await context.Response.WriteAsync(report.Status.ToString());
                        }
                    },
                }
            )
            .AllowAnonymous();
    }
}
