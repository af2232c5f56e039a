using Microsoft.Extensions.Options;
using Npgsql;
using Ombud.LocalPostgres;

namespace Ombud.Api.Hosting;

/// <summary>
/// The PostgreSQL that everything is kept in: the one that <c>ConnectionStrings:Ombud</c> names, else a private one of this process's own.
/// </summary>
internal sealed class Database(IConfiguration configuration, IOptions<OmbudOptions> options) : IAsyncDisposable
{
    private LocalPostgresServer? _local;
    private NpgsqlDataSource? _source;

    /// <summary>What it is, for people to read.</summary>
    public string Description { get; private set; } = "";

    public NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The database is not started yet.");

    /// <param name="alone">True for a process that serves; false for one that may join the server of another process.</param>
    /// <exception cref="LocalPostgresException">No private server can be had; says why and what to do.</exception>
    public async Task StartAsync(bool alone, Action<string> log, CancellationToken cancel)
    {
        var connection = configuration.GetConnectionString("Ombud");
        if (connection is null)
        {
            var local = new LocalPostgresOptions(Path.GetFullPath(options.Value.Data)) { Log = log };
            _local = alone ? await LocalPostgresServer.StartAsync(local, cancel) : await LocalPostgresServer.AttachOrStartAsync(local, cancel);
            connection = _local.ConnectionString;
            Description = $"PostgreSQL {_local.Version} in {local.DataFolder}";
        }
        _source = Open(connection);
        if (_local is null)
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            Description = $"PostgreSQL at {parts.Host}:{parts.Port}, database {parts.Database}";
        }
    }

    /// <summary>
    /// Statements are the same few, so they are prepared after their second use. No code changes a session's settings or keeps its
    /// locks, so there is nothing to reset between two uses of a connection; that would be seven more statements each time.
    /// </summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true, ApplicationName = "Ombud",
        };
        return NpgsqlDataSource.Create(settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
