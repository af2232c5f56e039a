namespace Ombud.LocalPostgres;

/// <summary>How and where a private PostgreSQL runs.</summary>
/// <param name="DataFolder">Holds everything of the server: data, log, lock, password, fetched binaries. Made if missing.</param>
public sealed record LocalPostgresOptions(string DataFolder)
{
    /// <summary>
    /// The folder with <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>; by default OMBUD_POSTGRES_BIN, else they are searched for.
    /// </summary>
    public string? BinFolder { get; init; } = Environment.GetEnvironmentVariable("OMBUD_POSTGRES_BIN");

    /// <summary>False trades safety in a power cut for speed: for tests, whose data nobody will miss.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Connect by a unix socket, which nobody else on the machine can reach. False: by 127.0.0.1 and a password.</summary>
    public bool UseSocket { get; init; } = !OperatingSystem.IsWindows();

    /// <summary>
    /// Listen on this port of 127.0.0.1 (with a password). Without it a socket is all there is, or a free port where there are no sockets.
    /// </summary>
    public int? Port { get; init; }

    /// <summary>Hears, in one line each, what takes time or is worth knowing.</summary>
    public Action<string>? Log { get; init; }

    internal SearchPlaces Places { get; init; } = SearchPlaces.OfThisMachine();

    // False leaves the server orphaned when this process is killed, as it is where the system has no setpriv.
    internal bool EndsWithOwner { get; init; } = true;
}
