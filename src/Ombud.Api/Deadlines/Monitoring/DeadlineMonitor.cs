using NodaTime;
using Npgsql;
using Ombud.Api.Background;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>
/// Looks every second for last days that have ended, and every minute for dates that new holidays or rules move. One node at a
/// time does; and should two, each event is still recorded once, because the case decides under its lock.
/// </summary>
internal sealed class DeadlineMonitor(
    OverdueSweep overdue,
    RecomputeSweep recompute,
    NodeTurn turn,
    IClock clock,
    IHostApplicationLifetime lifetime,
    ILogger<DeadlineMonitor> log
) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly Duration RecomputePace = Duration.FromMinutes(1);
    private Instant _recomputeAt = Instant.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStartAsync(stoppingToken))
            return;
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                // The database is away: what ended meanwhile is found when it is back.
                log.LogWarning("The deadline monitor waits for the database: {Reason}", e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A fault in one look must not end the process, and with it the API of every municipality.
                log.LogError(e, "The deadline monitor failed and looks again in {Pace}.", Pace);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await turn.TakeAsync(() => overdue.RunAsync(cancel), cancel);
        if (clock.GetCurrentInstant() is var now && now >= _recomputeAt && await turn.TakeAsync(() => recompute.RunAsync(cancel), cancel))
            _recomputeAt = now + RecomputePace;
    }
}
