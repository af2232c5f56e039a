using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;
using Ombud.Api.Access;
using Ombud.Api.Audit;
using Ombud.Api.Cases;
using Ombud.Api.Cases.History;
using Ombud.Api.CommandLine.Replay;
using Ombud.Api.Contract;
using Ombud.Api.Council;
using Ombud.Api.Deadlines.Watch;
using Ombud.Api.Edges;
using Ombud.Api.Feedback;
using Ombud.Api.FollowUp;
using Ombud.Api.Http;
using Ombud.Api.Imports;
using Ombud.Api.Imports.FollowUp;
using Ombud.Api.Measures;
using Ombud.Api.Municipalities;
using Ombud.Api.People;
using Ombud.Api.Recommendations;
using Ombud.Api.Reports;
using Ombud.Api.Secrets;
using Ombud.Api.Settings;
using Ombud.Api.Streams;
using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.EventStore.Json;
using Ombud.EventStore;
using Ombud.EventStore.Seals;
using Ombud.EventStore.Secrets;
using Ombud.Projections.Cases;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Confidentiality;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Feedback;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;
using Ombud.Projections.Statistics;
using Ombud.Projections;

namespace Ombud.Api.Hosting;

/// <summary>The composition of the house.</summary>
internal static class Services
{
    public static void AddOmbud(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<OmbudOptions>(builder.Configuration.GetSection("Ombud"));
        services.AddSingleton<Database>();
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Source);
        services.AddSingleton<IClock>(SystemClock.Instance);

        services.AddSingleton(provider => new PostgresEventStore(
            provider.GetRequiredService<NpgsqlDataSource>(), OmbudStreams.EventTypes, provider.GetRequiredService<Keyring>()));
        services.AddSingleton<IEventStore>(provider => provider.GetRequiredService<PostgresEventStore>());
        services.AddSingleton(provider => MasterKeys.Load(builder.Configuration, builder.Environment, provider.GetRequiredService<IOptions<OmbudOptions>>().Value));
        services.AddSingleton<MasterKeyCheck>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<Ledger>();
        services.AddSingleton(provider => new Verifier(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<ReadModels>();
        services.AddSingleton<MunicipalityDirectory>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<CaseConnections>();
        services.AddSingleton<CaseHistory>();
        services.AddSingleton<CaseNames>();
        services.AddSingleton<DeadlineQueries>();
        services.AddSingleton<StatisticsQuery>();
        services.AddSingleton<ComparisonQuery>();
        services.AddSingleton<PublicationQueries>();
        services.AddSingleton<ReportComposer>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReportVerifier>();
        services.AddSingleton<FeedbackQueries>();
        services.AddSingleton<FollowUpQuery>();
        services.AddSingleton<FollowUpLists>();
        services.AddSingleton<Clerk>();
        services.AddSingleton<PersonalTexts>();
        services.AddSingleton<ReadingDesk>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton<PersonalDataReadingQueries>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<IDesk<Case, CaseCommand>>(provider => provider.GetRequiredService<CaseDesk>());
        services.AddSingleton<RecommendationDesk>();
        services.AddSingleton<IDesk<Recommendation, RecommendationCommand>>(provider => provider.GetRequiredService<RecommendationDesk>());
        services.AddSingleton<CouncilDesk>();
        services.AddSingleton<IDesk<Report, ReportCommand>>(provider => provider.GetRequiredService<CouncilDesk>());
        services.AddSingleton<IDesk<Measure, MeasureCommand>, MeasureDesk>();
        services.AddSingleton<IDesk<FeedbackItem, FeedbackCommand>, FeedbackDesk>();
        services.AddSingleton<IRulesCheck>(provider => provider.GetRequiredService<CaseDesk>());
        services.AddSingleton<MunicipalityDesk>();
        services.AddDeadlineWatch(builder.Configuration);
        services.AddSingleton<FollowUpImporter>();
        services.AddSingleton<Importer>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<Demo>();

        services.ConfigureHttpJsonOptions(json => EventJson.Configure(json.SerializerOptions));
        services.AddAccess(builder.Configuration);
        services.AddTimeLimits(builder.Configuration);
        services.AddSingleton<RateLimits>();
        services.AddOmbudContract();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
    }

    private static void AddDeadlineWatch(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton<OverdueSweep>();
        services.AddSingleton<RecomputeSweep>();
        services.AddSingleton<NodeTurn>();
        // There is no database while the contract is being written.
        if (!ContractSetup.IsBeingWritten && configuration.GetValue("Ombud:Watch", true))
        {
            services.AddHostedService<DeadlineWatch>();
            services.AddHostedService<DailySeal>();
        }
    }
}
