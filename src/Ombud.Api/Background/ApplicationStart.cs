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
}
