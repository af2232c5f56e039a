using Npgsql;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;
using Ombud.Testing;

namespace Ombud.Projections.Tests;

/// <summary>A database with the event store's tables and every read model's, all empty.</summary>
public sealed class OmbudDatabase() : DatabaseFixture("ombud", PrepareAsync)
{
    private NpgsqlDataSource? _source;
    private TenantDatabase? _tenants;

    internal NpgsqlDataSource Source => _source ??= NpgsqlDataSource.Create(Settings(ConnectionString));

    /// <summary>Behind the wall, as in the product: so that every law holds there.</summary>
    internal TenantDatabase Tenants => _tenants ??= TenantDatabase.Walled(Settings(ConnectionString));

    internal PostgresEventStore Store => field ??= new(Source, OmbudStreams.EventTypes, Keyring, Tenants);

    /// <summary>Of these tests alone.</summary>
    internal static Keyring Keyring { get; } = new(new MasterKey(MasterKey.NewBytes()));

    internal ReadModels ReadModels => field ??= new(Source, Store);

    public override async ValueTask DisposeAsync()
    {
        if (_tenants is not null)
            await _tenants.DisposeAsync();
        if (_source is not null)
            await _source.DisposeAsync();
        await base.DisposeAsync();
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    internal async Task RebuildAllAsync()
    {
        foreach (var table in ReadModels.Tables)
            await ReadModels.RebuildAsync(table, null, TestContext.Current.CancellationToken);
    }

    // Prepared statements and connections that are not reset, as in the product: a swapped table must not disturb them.
    private static string Settings(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString;

    private static async Task PrepareAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await Schema.ApplyAsync(source);
        var readModels = new ReadModels(source, new(source, OmbudStreams.EventTypes));
        foreach (var table in readModels.Tables)
            await readModels.RebuildAsync(table, null, default);
    }
}
