using Microsoft.Extensions.Options;
using Npgsql;
using Ombud.Api.Settings;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.LocalPostgres;

namespace Ombud.Api.Hosting;

/// <summary>
/// The PostgreSQL that everything is kept in: the one that <c>ConnectionStrings:Ombud</c> names, else a private one of this process's own.
/// </summary>
internal sealed class Database(IConfiguration configuration, IOptions<OmbudOptions> options) : IAsyncDisposable
{
    private const int MostOfOwner = 30;

    /// <summary>A password in a file can be a container's secret, and is in no environment that others see.</summary>
    private const string PasswordFile = "Ombud:DatabasePasswordFile";
    private const string NotStarted = "The database is not started yet.";
    private LocalPostgresServer? _local;
    private NpgsqlDataSource? _owner;
    private TenantDatabase? _tenants;

    /// <summary>What it is, for people to read.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Cancelled if the private server ends by itself.</summary>
    public CancellationToken Lost => _local?.EndedByItself ?? CancellationToken.None;

    /// <summary>
    /// The login role's connections: it owns the tables and sees every municipality. For what concerns all of them, for rebuilds and for
    /// imports.
    /// </summary>
    public NpgsqlDataSource Owner => _owner ?? throw new InvalidOperationException(NotStarted);

    /// <summary>Connections that show one municipality. For all that is done for a caller.</summary>
    public TenantDatabase Tenants => _tenants ?? throw new InvalidOperationException(NotStarted);

    /// <param name="exclusive">True for a process that serves; false for one that may join the server of another process.</param>
    /// <exception cref="LocalPostgresException">No private server can be had; says why and what to do.</exception>
    /// <exception cref="SettingsException">The connection string is none.</exception>
    public async Task StartAsync(bool exclusive, Action<string> log, CancellationToken cancel)
    {
        if (configuration.GetConnectionString("Ombud") is { Length: > 0 } named)
            Use(named);
        else
            await StartPrivateAsync(exclusive, log, cancel);
    }

    private async Task StartPrivateAsync(bool exclusive, Action<string> log, CancellationToken cancel)
    {
        var local = new LocalPostgresOptions(Path.GetFullPath(options.Value.Data)) { Log = log };
        _local = exclusive
            ? await LocalPostgresServer.StartAsync(local, cancel)
            : await LocalPostgresServer.AttachOrStartAsync(local, cancel);
        Open(_local.ConnectionString);
        Description = $"PostgreSQL {_local.Version} in {local.DataFolder}";
    }

    private void Use(string named)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(named);
            if (configuration[PasswordFile] is { Length: > 0 } file)
                parts.Password = Password(file);
            Description = $"PostgreSQL at {parts.Host}:{parts.Port}, database {parts.Database}";
            Open(parts.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new SettingsException(
                $"ConnectionStrings__Ombud is no connection string: {e.Message} "
                    + "Write it like Host=db;Database=ombud;Username=ombud;Password=...;",
                e
            );
        }
    }

    private static string Password(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"The database's password cannot be read: {e.Message} Ombud__DatabasePasswordFile names its file.",
                e
            );
        }
    }

    /// <summary>
    /// Statements are the same few, so they are prepared after their second use. Of a session's settings only the municipality is changed,
    /// and no locks are kept, so there is nothing to reset between two uses of a connection; that would be seven more statements each time.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Settings(string connectionString) =>
        new(connectionString)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            ApplicationName = "Ombud",
        };

    private void Open(string connectionString)
    {
        var settings = Settings(connectionString);
        _tenants = TenantDatabase.Isolated(settings.ConnectionString);
        // What it does is short or rare. Both pools together must stay within what a server allows.
        (settings.MinPoolSize, settings.MaxPoolSize) = (0, Math.Min(settings.MaxPoolSize, MostOfOwner));
        _owner = PostgresDataSource.Create(settings.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tenants is not null)
            await _tenants.DisposeAsync();
        if (_owner is not null)
            await _owner.DisposeAsync();
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
