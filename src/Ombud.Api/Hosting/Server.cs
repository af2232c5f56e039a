using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Ombud.Api.Access;
using Ombud.Api.Audit;
using Ombud.Api.Cases;
using Ombud.Api.Cases.History;
using Ombud.Api.Contract;
using Ombud.Api.Council;
using Ombud.Api.Deadlines;
using Ombud.Api.Feedback;
using Ombud.Api.FollowUp;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Api.Measures;
using Ombud.Api.Municipalities;
using Ombud.Api.People;
using Ombud.Api.Recommendations;
using Ombud.Api.Reports;
using Ombud.Api.RequestLimits;

namespace Ombud.Api.Hosting;

/// <summary>The web application: what it is made of and what it answers to.</summary>
internal static class Server
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private static bool EnvironmentIsNamed =>
        (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"))
            is not null;

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                // A first try should need no environment; ListenAddressCheck keeps development on this machine.
                Args = EnvironmentIsNamed ? args : [$"--{HostDefaults.EnvironmentKey}={Environments.Development}", .. args],
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration["urls"] ??= DefaultUrl;
        builder.WebHost.ConfigureKestrel(KestrelLimits.Apply);
        // The command reports in one line what keeps the host from starting.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder
            .Logging.AddFilter("Marten", LogLevel.Warning)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Npgsql", LogLevel.Warning);
        builder.AddOmbud();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseHeadRequests();
        app.UseResponseCompression();
        app.UseProblemResponses();
        app.UseLargestHead();
        app.UseRouting();
        app.UseExactAddresses();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseSingularHeaders();
        app.UseAuthorization();
        app.UseContentNegotiation();
        app.UseOmbudContract();
        app.MapOmbud();
        return app;
    }

    private static void MapOmbud(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1")
            .AddEndpointFilter<FaultsFilter>()
            .AddEndpointFilter<IdempotencyFilter>()
            .WithMetadata(new MainMedia(MediaTypes.Json));
        v1.MapMunicipality();
        v1.MapCases();
        v1.MapDeadlines();
        v1.MapReports();
        v1.MapCouncil();
        v1.MapRecommendations();
        v1.MapMeasures();
        v1.MapFollowUp();
        v1.MapFeedback();
        v1.MapPeople();
        v1.MapAudit();
        var pages = app.MapGroup("").WithMetadata(new MainMedia(MediaTypes.Html));
        pages.MapCaseHistoryPage();
        pages.MapDeadlinesPage();
        pages.MapReportsPage();
        pages.MapFollowUpPage();
        pages.MapProblemPages();
        app.MapTextPages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription().AllowAnyCaller();
    }
}
