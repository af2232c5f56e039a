namespace Ombud.LocalPostgres;

/// <summary>A server that this process started and has to end.</summary>
internal sealed class OwnedServer : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly FolderLock held;
    private readonly ServerProcess process;
    private readonly Shutdown shutdown;
    private readonly CancellationTokenSource endedByItself = new();
    private int disposed;

    private OwnedServer(DataFolder folder, FolderLock held, ServerProcess process, Shutdown shutdown, Action<string>? log)
    {
        (this.folder, this.held, this.process, this.shutdown) = (folder, held, process, shutdown);
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
        _ = TellOfUnexpectedEndAsync(log);
    }

    public CancellationToken EndedByItself => endedByItself.Token;

    /// <summary>Takes over the lock, and lets go of it again if the start fails.</summary>
    public static async Task<LocalPostgresServer> StartAsync(
        DataFolder folder,
        FolderLock held,
        LocalPostgresOptions options,
        CancellationToken cancellation
    )
    {
        try
        {
            OwnerNote.WriteBeforeStart(folder);
            var (process, shutdown, binaries, address) = await new ServerStart(folder, options).RunAsync(cancellation);
            new OwnerNote(Environment.ProcessId, binaries.Version, binaries.Folder).Write(folder);
            options.Log?.Invoke($"PostgreSQL {binaries.Version} runs in {folder.Path}.");
            return new(
                address.ConnectionString(folder),
                binaries.Version,
                binaries.Folder,
                new OwnedServer(folder, held, process, shutdown, options.Log)
            );
        }
        catch (Exception failed)
        {
            File.Delete(folder.Owner);
            held.Dispose();
            if (failed is IOException or UnauthorizedAccessException)
                throw new LocalPostgresException(
                    $"PostgreSQL could not be started in {folder.Path}: {failed.Message} {DataFolder.Remedy}",
                    failed
                );
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        if (!process.Exited.IsCompleted && !await shutdown.RunAsync(CancellationToken.None))
            await process.KillAsync();
        await process.Exited;
        process.Dispose();
        SocketFolder.Remove(folder);
        File.Delete(folder.Owner);
        held.Dispose();
    }

    private async Task TellOfUnexpectedEndAsync(Action<string>? log)
    {
        await process.Exited;
        if (disposed != 0)
            return;
        log?.Invoke($"PostgreSQL in {folder.Path} has ended unexpectedly; {folder.Log} may say why.");
        await endedByItself.CancelAsync();
    }

    private void EndWithProcess(object? sender, EventArgs e) => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
