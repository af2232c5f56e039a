namespace Ombud.LocalPostgres;

/// <summary>From a data folder, whose lock is held, to a running server.</summary>
internal sealed class ServerStart(DataFolder folder, LocalPostgresOptions options)
{
    // After a crash the old server's children need a moment to see that it is gone.
    private const string StillInUse = "pre-existing shared memory block";
    private const string PortTaken = "could not bind";
    private const int Attempts = 30;

    public async Task<(ServerProcess Process, Shutdown Shutdown, ServerBinaries Binaries, Address Address)> RunAsync(
        CancellationToken cancellation
    )
    {
        folder.RemoveHalfMade();
        var user = await ServerUser.ChooseAsync(cancellation);
        await user.MustEnterAsync(folder.Path, DataFolder.Remedy, cancellation);
        var binaries = await BinarySearch.FindAsync(folder, options, cancellation);
        await user.MustEnterAsync(binaries.Postgres, "Install PostgreSQL for all users, or set OMBUD_POSTGRES_BIN.", cancellation);
        var shutdown = new Shutdown(folder, binaries, user);
        await PrepareAsync(shutdown, binaries, user, cancellation);
        if (options.Port is { } port)
            Address.MustBeFree(port);
        var socket = options.UseSocket ? await SocketFolder.MakeAsync(folder, user, cancellation) : null;
        var (process, address) = await LaunchAsync(binaries, user, socket, cancellation);
        return (process, shutdown, binaries, address);
    }

    private async Task PrepareAsync(Shutdown shutdown, ServerBinaries binaries, ServerUser user, CancellationToken cancellation)
    {
        if (folder.Major is null)
        {
            options.Log?.Invoke($"Making a PostgreSQL {binaries.Version} data folder in {folder.PgData}.");
            await Initialisation.RunAsync(folder, binaries, user, cancellation);
        }
        else
        {
            await user.GiveAsync(folder.PgData, cancellation);
            await shutdown.EndPreviousAsync(options.Log, cancellation);
        }
    }

    private async Task<(ServerProcess, Address)> LaunchAsync(
        ServerBinaries binaries,
        ServerUser user,
        string? socket,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var address = new Address(
                socket ?? Address.Loopback,
                options.Port ?? (socket is null ? Address.FreePort() : Address.DefaultPort)
            );
            try
            {
                return (await LaunchAsync(binaries, user, address, cancellation), address);
            }
            catch (ServerEndedException ended) when (attempt < Attempts && IsPassing(ended.Message))
            {
                await Task.Delay(200, cancellation);
            }
            catch (ServerEndedException ended)
            {
                throw new LocalPostgresException($"PostgreSQL did not start. The end of {folder.Log}:\n{ended.Message}", ended);
            }
        }
    }

    private async Task<ServerProcess> LaunchAsync(ServerBinaries binaries, ServerUser user, Address address, CancellationToken cancellation)
    {
        IReadOnlyList<string> bound = options.EndsWithOwner ? await ParentDeath.PrefixAsync(options.Places, cancellation) : [];
        string[] command = [.. bound, binaries.Postgres, .. ServerSettings.Arguments(folder, address, options)];
        var process = await ServerProcess.LaunchAsync(Command.StartInfo(command[0], command[1..], user, folder.Path), new LogFile(folder));
        try
        {
            await process.WaitUntilReadyAsync(folder, cancellation);
            return process;
        }
        catch
        {
            await process.KillAsync();
            process.Dispose();
            throw;
        }
    }

    private bool IsPassing(string lastLines) =>
        lastLines.Contains(StillInUse, StringComparison.Ordinal)
        || (options.Port is null && lastLines.Contains(PortTaken, StringComparison.Ordinal));
}
