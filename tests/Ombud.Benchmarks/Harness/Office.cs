using Marten;
using Npgsql;
using Ombud.Api.Cases;
using Ombud.Api.Hosting;
using Ombud.Api.Http;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Statistics;

namespace Ombud.Benchmarks.Harness;

/// <summary>Ombud over one database, put together as the API does it, with two municipalities.</summary>
internal sealed class Office : IAsyncDisposable
{
    /// <summary>The one that is measured.</summary>
    public const string Tenant = "drammen";

    /// <summary>Another in the same tables; the bare statements write as it, so that both sides meet the same tables.</summary>
    public const string Neighbour = "neighbour";

    private readonly TenantDatabase _tenants;

    private Office(NpgsqlDataSource database, TenantDatabase tenants)
    {
        (Database, _tenants) = (database, tenants);
        var keyring = new Keyring(new MasterKey(MasterKey.NewBytes()));
        Marten = DocumentStore.For(options =>
        {
            options.Connection(database);
            OmbudStore.Configure(options);
        });
        Store = new(Marten, tenants, keyring);
        Writer = new(database, Marten, keyring);
        History = new(tenants, TimeProvider.System);
        Directory = new(database, Store);
        var sessions = new CommandSessions(Store, Directory);
        Handler = new(sessions, Store, Directory, new(new(tenants, keyring)));
        Municipalities = new(sessions, new(tenants));
        Cases = new(tenants);
        Importer = new(Store, History, Writer, Directory, Cases, new(Store, History, tenants, new(Cases)), new(tenants, keyring));
        Statistics = new(tenants);
        Series = new(tenants);
        Deadlines = new(tenants);
        Comparisons = new(tenants, Store, Statistics);
        FollowUp = new(tenants, Directory);
        ReadModels = new(database, Marten);
    }

    public NpgsqlDataSource Database { get; }
    public DocumentStore Marten { get; }
    public TenantEventStore Store { get; }
    public BulkWriter Writer { get; }
    public ClosedHistory History { get; }
    public MunicipalityDirectory Directory { get; }
    public CaseHandler Handler { get; }
    public MunicipalityHandler Municipalities { get; }
    public CaseQueries Cases { get; }
    public Importer Importer { get; }
    public StatisticsQuery Statistics { get; }
    public SeriesQuery Series { get; }
    public DeadlineQueries Deadlines { get; }
    public ComparisonQuery Comparisons { get; }
    public FollowUpQuery FollowUp { get; }
    public ReadModels ReadModels { get; }
    public Caller Caller { get; } = new(Tenant, new("benchmark"));

    public static MunicipalityConfigured Configuration { get; } =
        MunicipalityFile.Read(Path.Combine(AppContext.BaseDirectory, "demo", "drammen.json")).Configuration;

    public static async Task<Office> OpenAsync(string connectionString)
    {
        var settings = Api.Hosting.Database.Settings(connectionString).ConnectionString;
        var office = new Office(PostgresDataSource.Create(settings), TenantDatabase.Isolated(settings));
        await Schema.ApplyAsync(office.Marten, office.Database);
        foreach (var table in await office.ReadModels.OutOfDateAsync(default))
            await office.ReadModels.RebuildAsync(table, null, default);
        foreach (var code in new[] { Tenant, Neighbour })
            await office.Municipalities.ConfigureAsync(new(code, Configuration), "benchmark", default);
        return office;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        Marten.Dispose();
        await _tenants.DisposeAsync();
        await Database.DisposeAsync();
    }
}
