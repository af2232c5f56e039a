using System.Diagnostics;

namespace Ombud.LocalPostgres;

/// <summary>
/// A private PostgreSQL for development and tests: its own data folder, nobody else's server, superuser and database <c>ombud</c>.
/// </summary>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly OwnedServer? owned;

    internal LocalPostgresServer(string connectionString, string version, string binFolder, OwnedServer? owned) =>
        (ConnectionString, Version, BinFolder, this.owned) = (connectionString, version, binFolder, owned);

    /// <summary>For Npgsql, as superuser <c>ombud</c> in the database <c>ombud</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>As the server says it, for example <c>15.13</c>.</summary>
    public string Version { get; }

    /// <summary>The folder of the programs in use.</summary>
    public string BinFolder { get; }

    /// <summary>Cancelled if the server ends although nobody asked it to; never for the server of another process.</summary>
    public CancellationToken EndedByItself => owned?.EndedByItself ?? CancellationToken.None;

    /// <summary>
    /// Starts a server, which ends when this is disposed of or when the process ends. The first start on a folder makes its data.
    /// Throws <see cref="LocalPostgresException"/> with a remedy, among others when another process uses the folder.
    /// </summary>
    public static async Task<LocalPostgresServer> StartAsync(LocalPostgresOptions options, CancellationToken cancellation = default)
    {
        var folder = Open(options);
        var held = Try(() => FolderLock.TryTake(folder), folder) ?? throw OwnerNote.InUse(folder);
        return await OwnedServer.StartAsync(folder, held, options, cancellation);
    }

    /// <summary>
    /// Uses the server that another process runs on the folder, and leaves it running at the end; without one, starts one as
    /// <see cref="StartAsync"/> does. For a command beside a running <c>up</c>.
    /// </summary>
    public static async Task<LocalPostgresServer> AttachOrStartAsync(LocalPostgresOptions options, CancellationToken cancellation = default)
    {
        var folder = Open(options);
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            if (Try(() => FolderLock.TryTake(folder), folder) is { } held)
                return await OwnedServer.StartAsync(folder, held, options, cancellation);
            if (
                Try(() => PostmasterPid.Read(folder), folder) is { Ready: true } running
                && running.IsRunning()
                && OwnerNote.Read(folder) is { Version.Length: > 0 } owner
            )
                return new(running.Address.ConnectionString(folder), owner.Version, owner.BinFolder, owned: null);
            // The other may be starting, or its server stopping.
            if (waited.Elapsed > Patience)
                throw OwnerNote.InUse(folder);
        }
    }

    /// <summary>Stops the server if this started it.</summary>
    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static DataFolder Open(LocalPostgresOptions options) => Try(() => DataFolder.Open(options.DataFolder), options.DataFolder);

    private static T Try<T>(Func<T> touch, DataFolder folder) => Try(touch, folder.Path);

    private static T Try<T>(Func<T> touch, string folder)
    {
        try
        {
            return touch();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException(
                $"The folder {folder} cannot be used for PostgreSQL: {refused.Message} {DataFolder.Remedy}",
                refused
            );
        }
    }
}
