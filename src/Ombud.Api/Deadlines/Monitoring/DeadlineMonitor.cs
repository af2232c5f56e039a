using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Integrity;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>
/// Checks every second for last days that have ended, and every minute for dates that new holidays or rules move. One node at a
/// time does; if two did, each event would still be recorded once, because the case decides under its lock.
/// </summary>
internal sealed class DeadlineMonitor(
    OverdueJob overdue,
    RecomputeJob recompute,
    SingleNodeLock nodeLock,
    IMeterFactory meters,
    IHostApplicationLifetime lifetime,
    ILogger<DeadlineMonitor> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RecomputeInterval = TimeSpan.FromMinutes(1);

    /// <summary>By the counter, which nobody sets.</summary>
    private long? _recomputed;

    private long _checked = Stopwatch.GetTimestamp();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meters
            .Create(Instruments.Name)
            .CreateObservableGauge(
                "ombud.deadline_monitor.age",
                () => Stopwatch.GetElapsedTime(Volatile.Read(ref _checked)).TotalSeconds,
                "s",
                "Since deadlines were last looked at, by this node or another."
            );
        return lifetime.RepeatAsync(
            Interval,
            TryCheckAsync,
            // What ended meanwhile is found when it is back.
            e => log.LogWarning("The deadline monitor waits for the database: {Reason}", e.Message),
            stoppingToken
        );
    }

    private async Task TryCheckAsync(CancellationToken cancel)
    {
        try
        {
            await CheckAsync(cancel);
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException))
        {
            // A fault in one check must not end the process, and with it the API of every municipality.
            log.LogError(e, "The deadline monitor failed and tries again in {Interval}.", Interval);
        }
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        await nodeLock.TryRunAsync(() => overdue.RunAsync(cancel), cancel);
        if (
            (_recomputed is not { } last || Stopwatch.GetElapsedTime(last) >= RecomputeInterval)
            && await nodeLock.TryRunAsync(() => recompute.RunAsync(cancel), cancel)
        )
            _recomputed = Stopwatch.GetTimestamp();
        Volatile.Write(ref _checked, Stopwatch.GetTimestamp());
    }
}
