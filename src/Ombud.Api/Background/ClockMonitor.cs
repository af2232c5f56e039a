using NodaTime;
using Ombud.Integrity;

namespace Ombud.Api.Background;

/// <summary>
/// Reads the database's clock every few seconds, and says when this server's clock begins or ceases to tell another time. This server goes
/// by the database's all the same.
/// </summary>
internal sealed class ClockMonitor(DatabaseClock clock, IHostApplicationLifetime lifetime, ILogger<ClockMonitor> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private bool _agreed = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStartAsync(stoppingToken))
            return;
        using var timer = new PeriodicTimer(Interval);
        do await CheckAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task CheckAsync(CancellationToken cancel)
    {
        try
        {
            await clock.ReadAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The counter goes on telling the time. That the database is away, others say.
            log.LogDebug(e, "The database's clock was not read.");
        }
        if (clock.Agrees == _agreed)
            return;
        _agreed = clock.Agrees;
        if (_agreed)
            log.LogInformation("This server's clock agrees with the database's again.");
        else
            log.LogWarning("{Difference}", Said(clock));
    }

    /// <summary>What the two clocks say, where they do not agree.</summary>
    public static string Said(DatabaseClock clock)
    {
        var (difference, now) = (clock.Difference, clock.GetCurrentInstant());
        var (size, side) = difference < Duration.Zero ? (-difference, "behind") : (difference, "ahead of");
        return $"This server's clock says {Second(now + difference)}, the database's {Second(now)}: this server's is {Length(size)} {side} "
            + "it. What is recorded and decided goes by the database's. Have both kept by NTP.";
    }

    private static string Second(Instant moment) => moment.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null);

    private static string Length(Duration size) =>
        size.TotalDays >= 2 ? $"{size.TotalDays:0} days"
        : size.TotalHours >= 2 ? $"{size.TotalHours:0} hours"
        : $"{size.TotalSeconds:0} seconds";
}
