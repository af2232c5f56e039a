using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Integrity;

namespace Ombud.Api.Events;

/// <summary>
/// Looks several times a second how far the log of the whole store has settled, once for everybody in this process who waits for events.
/// </summary>
internal sealed class LogWatcher(
    LogReader log,
    IClock clock,
    IMeterFactory meters,
    IHostApplicationLifetime lifetime,
    ILogger<LogWatcher> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<string, long> _newest = new();
    private long _settled = -1;
    private long _atStart;
    private long? _waitingSince;
    private TaskCompletionSource _moved = NewSource();

    /// <summary>The position up to which no event can be missing any more.</summary>
    public long Settled => Math.Max(0, Volatile.Read(ref _settled));

    /// <summary>Waits until a tenant has an event after a position that is settled. Without a tenant: until anybody has.</summary>
    public async Task WaitAsync(string? tenant, long after, CancellationToken cancel)
    {
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            if ((tenant is null ? Settled : _newest.GetValueOrDefault(tenant, Volatile.Read(ref _atStart))) > after)
                return;
            await moved.WaitAsync(cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStartAsync(stoppingToken))
            return;
        var meter = meters.Create(Instruments.Name);
        meter.CreateObservableGauge(
            "ombud.feed.waiting",
            () => _waitingSince is { } since ? Stopwatch.GetElapsedTime(since).TotalSeconds : 0,
            "s",
            "How long the feed has waited for a transaction that may still bring an earlier event."
        );
        using var timer = new PeriodicTimer(Interval);
        var waits = false;
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                waits = false;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // Nothing is lost by it: the log is read on when the database is back.
                if (!waits)
                    logger.LogWarning("Events and webhooks wait for the database: {Reason}", e.Message);
                waits = true;
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var (before, now) = (_settled, await log.SettledAsync(cancel));
        _waitingSince = log.IsWaiting ? _waitingSince ?? Stopwatch.GetTimestamp() : null;
        if (now == before)
            return;
        if (before < 0)
            Volatile.Write(ref _atStart, now);
        else
            foreach (var (tenant, (newest, recordedAt)) in await log.NewestByTenantAsync(before, now, cancel))
            {
                _newest[tenant] = newest;
                if (recordedAt is { } at)
                    Instruments.FeedDelay((clock.GetCurrentInstant() - at).TotalSeconds);
            }
        Volatile.Write(ref _settled, now);
        Interlocked.Exchange(ref _moved, NewSource()).SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
