using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Ombud.Api.Audit;
using Ombud.Api.Cases;
using Ombud.Api.Cases.History;
using Ombud.Api.Contract;
using Ombud.Api.Council;
using Ombud.Api.Deadlines;
using Ombud.Api.Feedback;
using Ombud.Api.FollowUp;
using Ombud.Api.Http;
using Ombud.Api.Measures;
using Ombud.Api.Municipalities;
using Ombud.Api.People;
using Ombud.Api.Recommendations;
using Ombud.Api.Reports;

namespace Ombud.Api.Hosting;

/// <summary>The web application: what it is made of and what it answers to.</summary>
internal static class Server
{
    public const string DefaultUrl = "http://127.0.0.1:5080";
    private const long LargestBody = 1_000_000;

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            // There is no other way to run yet; see ListenGuard.
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development,
        });
        builder.Configuration["urls"] ??= DefaultUrl;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        // What keeps the host from starting is the command's to say, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning);
        builder.AddOmbud();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            // At the last moment: the exception handler empties the headers.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["API-Version"] = ContractSetup.Version;
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseProblems();
        app.UseOmbudContract();
        app.MapOmbud();
        return app;
    }

    private static void MapOmbud(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1").AddEndpointFilter<FaultsFilter>();
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
        app.MapCaseHistoryPage();
        app.MapDeadlinesPage();
        app.MapReportsPage();
        app.MapFollowUpPage();
        app.MapProblemPages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
    }
}
