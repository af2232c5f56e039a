using Ombud.Api.Access;
using Ombud.Api.Audit;
using Ombud.Api.Cases;
using Ombud.Api.Cases.History;
using Ombud.Api.Cases.Personal;
using Ombud.Api.Contract;
using Ombud.Api.Council;
using Ombud.Api.Deadlines;
using Ombud.Api.Events;
using Ombud.Api.Feedback;
using Ombud.Api.FollowUp;
using Ombud.Api.Health;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Api.Imports;
using Ombud.Api.Measures;
using Ombud.Api.Meetings;
using Ombud.Api.Municipalities;
using Ombud.Api.People;
using Ombud.Api.Recommendations;
using Ombud.Api.Reports;
using Ombud.Api.ReportTexts;
using Ombud.Api.RequestLimits;
using Ombud.Api.SignInPages;
using Ombud.Api.Start;
using Ombud.Api.Telemetry;
using Ombud.Api.Webhooks;

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
            // What fails it throws too, and there it is told of without a stack trace where the fault is the database's.
            .Logging.AddFilter("Marten", LogLevel.Critical)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Npgsql", LogLevel.Warning)
            // It tells each query of a lost database with its stack; whoever waits for the database says so in a line. What a handler of
            // ours fails with is logged under the name of its message.
            .AddFilter("Wolverine", LogLevel.None)
            .AddFilter("JasperFx", LogLevel.None);
        builder.AddRequestLog();
        builder.AddOmbud();
        var app = builder.Build();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseHeadRequests();
        app.UseResponseCompression();
        app.UseProblemResponses();
        app.UseLargestHead();
        app.UseRouting();
        app.UseExactAddresses();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseConnectionLimits();
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
        v1.MapMeetings();
        v1.MapReportTexts();
        v1.MapPeople();
        v1.MapAudit();
        v1.MapProofs();
        v1.MapEvents();
        v1.MapWebhooks();
        v1.MapImports();
        var pages = app.MapGroup("").WithMetadata(new MainMedia(MediaTypes.Html));
        pages.MapStartPage();
        pages.MapCaseHistoryPage();
        pages.MapPersonalDataPage();
        pages.MapDeadlinesPage();
        pages.MapReportsPage();
        pages.MapPublishedReportPage();
        pages.MapReportTextPage();
        pages.MapFollowUpPage();
        pages.MapProblemPages();
        pages.MapSignInPages();
        app.MapTextPages();
        app.MapHealth();
        if (TelemetrySetup.IsServed(app.Configuration))
            app.MapPrometheusScrapingEndpoint(TelemetrySetup.MetricsPath).RequireScope(Scopes.MetricsRead);
    }
}
