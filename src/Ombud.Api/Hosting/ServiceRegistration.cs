using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;
using Ombud.Api.Access;
using Ombud.Api.Audit;
using Ombud.Api.Background;
using Ombud.Api.Cases;
using Ombud.Api.Cases.History;
using Ombud.Api.Contract;
using Ombud.Api.Council;
using Ombud.Api.Deadlines.Monitoring;
using Ombud.Api.Events;
using Ombud.Api.Feedback;
using Ombud.Api.FollowUp;
using Ombud.Api.Health;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Api.Imports;
using Ombud.Api.Imports.FollowUp;
using Ombud.Api.Measures;
using Ombud.Api.Meetings;
using Ombud.Api.Messaging;
using Ombud.Api.Municipalities;
using Ombud.Api.Pages;
using Ombud.Api.People;
using Ombud.Api.Recommendations;
using Ombud.Api.Reports;
using Ombud.Api.ReportTexts;
using Ombud.Api.RequestLimits;
using Ombud.Api.Secrets;
using Ombud.Api.Settings;
using Ombud.Api.Streams;
using Ombud.Api.Telemetry;
using Ombud.Api.Webhooks;
using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;
using Ombud.Integrity.Trees;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Confidentiality;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Feedback;
using Ombud.Projections.Flow;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;
using Ombud.Projections.ReportTexts;
using Ombud.Projections.Statistics;
using Wolverine;

namespace Ombud.Api.Hosting;

/// <summary>Registers every service.</summary>
internal static class ServiceRegistration
{
    public static void AddOmbud(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<OmbudOptions>(builder.Configuration.GetSection("Ombud"));
        services.AddSingleton<Database>();
        // NpgsqlDataSource sees all municipalities; work for a caller uses TenantDatabase.
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Owner);
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Tenants);
        // Whatever decides by the time is told the database's. Only tokens and log lines go by this process's clock.
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<DatabaseClock>());

        services.AddMarten(OmbudStore.Configure).UseNpgsqlDataSource();
        // Marten's would open the store before there is a database; DatabaseMigration opens it afterwards.
        services.RemoveAll<IHostedService>();
        services.AddMessaging(builder.Configuration, Messages);
        // There is none at all while the contract is being written.
        if (ContractSetup.IsBeingWritten)
            services.RemoveAll<IHostedService>();
        services.AddSingleton<TenantEventStore>();
        services.AddSingleton<ClosedHistory>();
        services.AddSingleton<BulkWriter>();
        services.AddSingleton<CommandSessions>();
        services.AddSingleton(provider =>
            MasterKeys.Load(builder.Configuration, builder.Environment, provider.GetRequiredService<IOptions<OmbudOptions>>().Value)
        );
        services.AddSingleton(provider =>
            SigningKeySettings.Load(builder.Configuration, builder.Environment, provider.GetRequiredService<IOptions<OmbudOptions>>().Value)
        );
        services.AddSingleton<SigningKeyCheck>();
        services.AddSingleton<MasterKeyCheck>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<WrappedKeys>();
        services.AddSingleton<RequestDigests>();
        services.AddSingleton<RepeatableRequests>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<Ledger>();
        services.AddSingleton(provider => new Verifier(
            provider.GetRequiredService<TenantDatabase>(),
            provider.GetRequiredService<IDocumentStore>(),
            streamTypes: OmbudStreams.TypesByFirstEvent(provider.GetRequiredService<IDocumentStore>()),
            keys: provider.GetRequiredService<SigningKeys>()
        ));
        services.AddSingleton<TreeProofs>();
        services.AddSingleton<TenantsInTables>();
        services.AddSingleton(provider =>
            PersonKeyCheck.Of(provider.GetRequiredService<TenantDatabase>(), provider.GetRequiredService<IDocumentStore>())
        );
        services.AddSingleton<ClosedHistoryCheck>();
        services.AddSingleton<HistoryVerification>();
        services.AddSingleton<ReadModels>();
        services.AddSingleton<MunicipalityDirectory>();
        services.AddSingleton<RecordedCodes>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<OpenCases>();
        services.AddSingleton<CaseConnections>();
        services.AddSingleton<CaseHistory>();
        services.AddSingleton<CaseLookup>();
        services.AddSingleton<DeadlineQueries>();
        services.AddSingleton<EndedDeadlines>();
        services.AddSingleton<StatisticsQuery>();
        services.AddSingleton<SeriesQuery>();
        services.AddSingleton<ComparisonQuery>();
        services.AddSingleton<PublicationQueries>();
        services.AddSingleton<ReportComposer>();
        services.AddSingleton<ReportPublisher>();
        services.AddSingleton<ReportTextChoice>();
        services.AddSingleton<ReportVerifier>();
        services.AddSingleton<FeedbackQueries>();
        services.AddSingleton<FollowUpQuery>();
        services.AddSingleton<FollowUpLists>();
        services.AddSingleton<PersonalTexts>();
        services.AddSingleton<PersonFinder>();
        services.AddSingleton<ReadingRecorder>();
        services.AddSingleton<PersonHandler>();
        services.AddSingleton<PersonalDataReadingQueries>();
        services.AddSingleton<CaseHandler>();
        services.AddSingleton<ICommandHandler<Case, CaseCommand>>(provider => provider.GetRequiredService<CaseHandler>());
        services.AddSingleton<RecommendationHandler>();
        services.AddSingleton<ICommandHandler<Recommendation, RecommendationCommand>>(provider =>
            provider.GetRequiredService<RecommendationHandler>()
        );
        services.AddSingleton<CouncilHandler>();
        services.AddSingleton<ICommandHandler<Report, ReportCommand>>(provider => provider.GetRequiredService<CouncilHandler>());
        services.AddSingleton<ICommandHandler<Measure, MeasureCommand>, MeasureHandler>();
        services.AddSingleton<ICommandHandler<FeedbackItem, FeedbackCommand>, FeedbackHandler>();
        services.AddSingleton<ICommandHandler<Meeting, MeetingCommand>, MeetingHandler>();
        services.AddSingleton<ReportTextQueries>();
        services.AddSingleton<ReportTextRules>();
        services.AddSingleton<ICommandHandler<ReportText, ReportTextCommand>, ReportTextHandler>();
        services.AddSingleton<MunicipalityHandler>();
        services.AddDeadlineMonitor(builder.Configuration);
        services.AddEvents(builder.Configuration);
        services.AddWebhooks(builder);
        services.AddSingleton<FollowUpImporter>();
        services.AddSingleton<Importer>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<ImportJob>();
        services.AddSingleton<DatabaseMigration>();
        services.AddSingleton<Demo>();

        services.ConfigureHttpJsonOptions(json => EventJson.Configure(json.SerializerOptions));
        services.AddAccess(builder.Configuration);
        services.AddSingleton<IProblemPage, ProblemPageWriter>();
        services.AddSingleton<IDataProtectionProvider>(provider => new KeyringProtection(provider.GetRequiredService<Keyring>()));
        // It would read, and make, the framework's own keys, which nothing uses.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        AnswerCompression.Add(services);
        services.AddSingleton(RateLimitSettings.Read(builder.Configuration));
        services.AddSingleton<RateLimitMiddleware>();
        services.AddSingleton(provider => ConnectionSettings.Read(builder.Configuration, provider.GetRequiredService<AccessSettings>()));
        services.AddSingleton<ConnectionLimits>();
        services.AddRequestTimeoutPolicies(builder.Configuration);
        services.AddOmbudContract();
        services.AddHealth();
        services.AddSingleton<SecurityLog>();
        if (!ContractSetup.IsBeingWritten)
            builder.AddTelemetry();
    }

    /// <summary>Every message that there is, and what handles it.</summary>
    private static void Messages(WolverineOptions options)
    {
        options.Handle<Deliver, Deliverer>("webhooks", atOnce: 200, Deliverer.Timeout);
        // Checking and recording are work for a whole core; whoever else uploads waits.
        options.Handle<ContinueImport, ImportJob>("imports", atOnce: 1, timeout: TimeSpan.FromMinutes(10));
    }

    private static void AddEvents(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton(EventSettings.Read(configuration));
        services.AddSingleton<CloudEvents>();
        services.AddSingleton(provider => new LogReader(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<IDocumentStore>()
        ));
        services.AddSingleton<LogWatcher>();
        services.AddSingleton<EventFeed>();
        if (!ContractSetup.IsBeingWritten)
            services.AddHostedService(provider => provider.GetRequiredService<LogWatcher>());
    }

    private static void AddWebhooks(this IServiceCollection services, WebApplicationBuilder builder)
    {
        services.AddSingleton(WebhookSettings.Read(builder.Configuration, builder.Environment.IsDevelopment()));
        services.AddSingleton<IHostResolver, DnsResolver>();
        services.AddSingleton<WebhookUrl>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<OneOffSender>();
        services.AddSingleton<SubscriberLocks>();
        services.AddSingleton<Deliverer>();
        if (!ContractSetup.IsBeingWritten)
            services.AddHostedService<WebhookSweep>();
    }

    private static void AddDeadlineMonitor(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton<UnreadableStreams>();
        services.AddSingleton<ReportTableCheck>();
        services.AddSingleton<SkippedCases>();
        services.AddSingleton<OverdueJob>();
        services.AddSingleton<RecomputeJob>();
        services.AddSingleton<SingleNodeLock>();
        // There is no database while the contract is being written.
        if (ContractSetup.IsBeingWritten)
            return;
        services.AddHostedService<ClockMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<ReportTableCheck>());
        if (configuration.GetValue("Ombud:Watch", true))
        {
            services.AddHostedService<DeadlineMonitor>();
            services.AddHostedService<DailySeal>();
            services.AddHostedService<RequestSweep>();
            services.AddHostedService<ImportSweep>();
        }
    }
}
