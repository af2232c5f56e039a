using System.Diagnostics.Metrics;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Integrity;

namespace Ombud.Api.Telemetry;

/// <summary>What only the database can say, read every quarter of a minute, of all municipalities together.</summary>
internal sealed class StoreMeasurements(
    NpgsqlDataSource database,
    IMeterFactory meters,
    IHostApplicationLifetime lifetime,
    ILogger<StoreMeasurements> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly record struct Measured(double SealAge, long ImportsWaiting, long MessagesWaiting, long WebhooksFailing, long Disabled);

    private Measured _measured;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create(Instruments.Name);
        meter.CreateObservableGauge(
            "ombud.seal.age",
            () => _measured.SealAge,
            "s",
            "Age of the newest ledger entry, of the municipality whose newest is oldest."
        );
        meter.CreateObservableGauge("ombud.imports.waiting", () => _measured.ImportsWaiting, "{import}", "Imports that have not ended.");
        meter.CreateObservableGauge("ombud.messages.waiting", () => _measured.MessagesWaiting, "{message}", "Messages not handled yet.");
        meter.CreateObservableGauge(
            "ombud.webhooks.failing",
            () => _measured.WebhooksFailing,
            "{webhook}",
            "Active webhooks whose last attempt failed."
        );
        meter.CreateObservableGauge("ombud.webhooks.disabled", () => _measured.Disabled, "{webhook}", "Webhooks that were given up.");
        return lifetime.RepeatAsync(
            Interval,
            MeasureAsync,
            e => log.LogWarning("Measurements wait for the database: {Reason}", e.Message),
            stoppingToken
        );
    }

    private async Task MeasureAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select
                coalesce((select extract(epoch from now() - min(newest)) from (
                    select max(sealed_at) as newest from ombud.ledger group by tenant_id) l), 0)::double precision,
                (select count(*) from ombud.imports where finished_at is null),
                (select count(*) from wolverine.wolverine_incoming_envelopes where status <> 'Handled'),
                (select count(*) from ombud.webhooks where state = 'active' and deleted_at is null and failures > 0),
                (select count(*) from ombud.webhooks where state = 'disabled' and deleted_at is null)
            """
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        _measured = new(row.GetDouble(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
    }
}
