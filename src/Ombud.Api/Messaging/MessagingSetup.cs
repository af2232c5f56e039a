using JasperFx;
using JasperFx.CodeGeneration;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;

namespace Ombud.Api.Messaging;

/// <summary>
/// Wolverine, for what must survive a crash or wait: durable messages between parts of this program, kept in the schema
/// <c>wolverine</c> by the owner role. A message holds ids only; state stands in Ombud's tables.
/// </summary>
internal static class MessagingSetup
{
    public const string SchemaName = "wolverine";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <param name="handlers">Registers each message and what handles it.</param>
    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration, Action<WolverineOptions> handlers)
    {
        // A private server has no other node: its folder is locked by the process that serves.
        var mode = configuration.GetConnectionString("Ombud") is { Length: > 0 } ? DurabilityMode.Balanced : DurabilityMode.Solo;
        services.AddSingleton<Outbox>();
        services.AddSingleton<MessageStorage>();
        services.AddWolverine(
            ExtensionDiscovery.ManualOnly,
            options =>
            {
                options.ServiceName = "ombud";
                // Handlers are registered by hand and need no generated code, neither at build time nor by Roslyn at the start.
                options.ApplicationAssembly = typeof(MessagingSetup).Assembly;
                options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
                options.Discovery.DisableConventionalDiscovery();
                options.PersistMessagesWithPostgresqlUsingDataSourceFromContainer(
                    provider => provider.GetRequiredService<NpgsqlDataSource>(),
                    SchemaName
                );
                // MessageStorage makes the tables, when the database is prepared.
                options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
                // A lost database comes back. What fails otherwise is put aside in wolverine_dead_letters, and logged.
                options.OnException<NpgsqlException>().ScheduleRetryIndefinitely(Second, 5 * Second);
                options.OnException<TimeoutException>().ScheduleRetryIndefinitely(Second, 5 * Second);
                Tune(options.Durability, mode);
                handlers(options);
            }
        );
    }

    /// <summary>
    /// What a killed node had begun goes on elsewhere within seconds. By default it would take more than a minute.
    /// </summary>
    private static void Tune(DurabilitySettings durability, DurabilityMode mode)
    {
        durability.Mode = mode;
        durability.HealthCheckPollingTime = TimeSpan.FromSeconds(1);
        durability.FirstHealthCheckExecution = TimeSpan.FromSeconds(1);
        durability.StaleNodeTimeout = TimeSpan.FromSeconds(5);
        durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(2);
        durability.NodeReassignmentPollingTime = TimeSpan.FromSeconds(2);
        durability.OrphanedMessageSweepPollingTime = TimeSpan.FromSeconds(2);
        durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1);
        durability.ScheduledJobFirstExecution = TimeSpan.FromSeconds(1);
        // Posts and batches are cut off before that, and go on at the next start.
        durability.DrainTimeout = TimeSpan.FromSeconds(5);
        durability.DurabilityMetricsEnabled = false;
        durability.NodeAssignmentHealthCheckTracingEnabled = false;
    }
}
