using Npgsql;

namespace Ombud.Api.Background;

/// <summary>Lets background services begin once the application has started.</summary>
internal static class ApplicationStart
{
    /// <summary>
    /// Waits until the server listens. False where it never will: a process that cannot serve, because its port is in use, runs no
    /// background work.
    /// </summary>
    public static async Task<bool> WaitForStartAsync(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var serving = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var stopped = stop.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    /// <summary>Once the server listens, does something now and at each interval, until the process stops.</summary>
    /// <param name="away">Told where the database is away; the next turn does what is left.</param>
    public static async Task RepeatAsync(
        this IHostApplicationLifetime lifetime,
        TimeSpan interval,
        Func<CancellationToken, Task> work,
        Action<NpgsqlException> away,
        CancellationToken stop
    )
    {
        if (!await lifetime.WaitForStartAsync(stop))
            return;
        using var timer = new PeriodicTimer(interval);
        do
        {
            try
            {
                await work(stop);
            }
            catch (NpgsqlException e)
            {
                away(e);
            }
        } while (await timer.WaitForNextTickAsync(stop));
    }
}
