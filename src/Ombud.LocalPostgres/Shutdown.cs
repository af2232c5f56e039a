namespace Ombud.LocalPostgres;

/// <summary>
/// Ends a server, whoever started it. pg_ctl sends the signals, since it does so on every system and comes with every server.
/// </summary>
internal sealed class Shutdown(DataFolder folder, ServerBinaries binaries, ServerUser user)
{
    /// <summary>Asks for a fast shutdown, then for an immediate one. False if the server runs even after that.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        foreach (var (mode, seconds) in new[] { ("fast", 30), ("immediate", 10) })
        {
            // Its failure says no more than that the server has gone meanwhile, or not yet.
            await Command.RunAsync(
                binaries.PgCtl,
                ["stop", "-D", folder.PgData, "-m", mode, "-w", "-t", $"{seconds}"],
                user,
                folder.Path,
                cancellation
            );
            if (PostmasterPid.Read(folder)?.IsRunning() is not true)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Clears away what an owner that was killed has left: its server, which nobody else would ever end, or a stale pid file.
    /// </summary>
    public async Task EndPreviousAsync(Action<string>? log, CancellationToken cancellation)
    {
        if (PostmasterPid.Read(folder) is not { } previous)
            return;
        if (previous.IsRunning())
        {
            log?.Invoke($"Stopping the PostgreSQL (pid {previous.Pid}) that an earlier Ombud left running in {folder.Path}.");
            if (!await RunAsync(cancellation))
                throw new LocalPostgresException(
                    $"A PostgreSQL (pid {previous.Pid}) that an earlier Ombud left in {folder.Path} does not stop. "
                        + "End it, then start again."
                );
        }
        // The server would take any living process of that number for another server, and refuse to start.
        PostmasterPid.Delete(folder);
    }
}
