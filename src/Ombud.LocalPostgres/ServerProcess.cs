using System.Diagnostics;

namespace Ombud.LocalPostgres;

/// <summary>The running <c>postgres</c>, a child of this process.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly LogFile log;
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start, LogFile log) => (process, this.log) = (new Process { StartInfo = start }, log);

    public Task Exited => exited.Task;

    public static async Task<ServerProcess> LaunchAsync(ProcessStartInfo start, LogFile log)
    {
        var server = new ServerProcess(start, log);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Linux takes the end of the thread that started a process for the death of its parent, so that thread stays.
        new Thread(() => server.StartAndWait(started)) { IsBackground = true, Name = "postgres" }.Start();
        await started.Task;
        return server;
    }

    /// <summary>Returns when the server accepts connections. Throws <see cref="ServerEndedException"/> if it ends instead.</summary>
    public async Task WaitUntilReadyAsync(DataFolder folder, CancellationToken cancellation)
    {
        while (PostmasterPid.Read(folder) is not { Ready: true } ready || ready.Pid != process.Id)
        {
            if (Exited.IsCompleted)
            {
                // The last lines may still be on their way.
                await Task.Delay(100, cancellation);
                throw new ServerEndedException(log.LastLines);
            }
            await Task.Delay(15, cancellation);
        }
    }

    /// <summary>Ends it at once, without its help.</summary>
    public async Task KillAsync()
    {
        if (!Exited.IsCompleted)
            process.Kill(entireProcessTree: true);
        await Exited;
    }

    public void Dispose()
    {
        process.Dispose();
        log.Dispose();
    }

    private void StartAndWait(TaskCompletionSource started)
    {
        try
        {
            process.Start();
            process.StandardInput.Close();
            _ = log.CopyAsync(process.StandardOutput);
            _ = log.CopyAsync(process.StandardError);
            started.SetResult();
            process.WaitForExit();
        }
        catch (Exception failed) when (!started.Task.IsCompleted)
        {
            started.SetException(failed);
        }
        finally
        {
            exited.SetResult();
        }
    }
}

/// <summary>The server ended before it was ready.</summary>
internal sealed class ServerEndedException(string lastLines) : Exception(lastLines);
