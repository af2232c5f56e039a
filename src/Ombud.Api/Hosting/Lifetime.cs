namespace Ombud.Api.Hosting;

/// <summary>When what runs beside the server may begin.</summary>
internal static class Lifetime
{
    /// <summary>Waits until the server listens. False where it never will: a process that cannot serve, its port being taken, has nothing to watch over.</summary>
    public static async Task<bool> StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var serving = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var stopped = stop.Register(() => started.TrySetResult(false));
        return await started.Task;
    }
}
