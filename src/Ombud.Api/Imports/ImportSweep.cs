using Ombud.Api.Background;

namespace Ombud.Api.Imports;

/// <summary>Forgets, every hour, what was wrong with files. Several nodes may do it.</summary>
internal sealed class ImportSweep(ImportStore imports, IHostApplicationLifetime lifetime, ILogger<ImportSweep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        lifetime.RepeatAsync(
            Interval,
            imports.SweepAsync,
            e => log.LogWarning("Faults of old imports wait to be forgotten for the database: {Reason}", e.Message),
            stoppingToken
        );
}
