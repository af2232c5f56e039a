using Npgsql;
using Ombud.Api.Background;
using Ombud.Integrity;

namespace Ombud.Api.Idempotency;

/// <summary>Forgets requests that are too old to be sent again, every hour. Several nodes may do it.</summary>
internal sealed class RequestSweep(NpgsqlDataSource owner, IHostApplicationLifetime lifetime, ILogger<RequestSweep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        lifetime.RepeatAsync(
            Interval,
            stop => RepeatableRequests.SweepAsync(owner, stop),
            e => log.LogWarning("Old idempotency keys wait to be forgotten for the database: {Reason}", e.Message),
            stoppingToken
        );
}
