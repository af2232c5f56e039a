using Marten;
using Npgsql;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;
using Ombud.Testing;

namespace Ombud.Projections.Tests;

/// <summary>A database with the event store's tables and every read model's, all empty.</summary>
public sealed class OmbudDatabase() : DatabaseFixture("ombud", PrepareAsync)
{
    private NpgsqlDataSource? _source;
    private TenantDatabase? _tenants;

    internal NpgsqlDataSource Source => _source ??= PostgresDataSource.Create(Settings(ConnectionString));

    /// <summary>With tenant isolation, as in the product: so that every law holds there.</summary>
    internal TenantDatabase Tenants => _tenants ??= TenantDatabase.Isolated(Settings(ConnectionString));

    internal IDocumentStore Documents => field ??= StoreOn(Source);

    internal TenantEventStore Store => field ??= new(Documents, Tenants, Keyring);

    internal BulkWriter Writer => field ??= new(Source, Documents, Keyring);

    internal ClosedHistory History => field ??= new(Tenants, TimeProvider.System);

    internal CommandSessions Sessions => field ??= new(Store, new(Source, Store));

    /// <summary>Of these tests alone.</summary>
    internal static Keyring Keyring { get; } = new(new MasterKey(MasterKey.NewBytes()));

    internal ReadModels ReadModels => field ??= new(Source, Documents);

    public override async ValueTask DisposeAsync()
    {
        if (_tenants is not null)
            await _tenants.DisposeAsync();
        if (_source is not null)
            await _source.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Decides and records as a handler of the product does.</summary>
    /// <param name="other">A stream that is read, and may be appended to, with it.</param>
    internal async Task<Outcome<TState>> RecordAsync<TState>(
        StreamKind<TState> kind,
        string tenant,
        Guid id,
        Func<TState?, CommandSession, Decision> decide,
        SubjectRequest? keys = null,
        Guid? other = null
    )
        where TState : class
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var session = await Sessions.OpenAsync(
            tenant,
            new("tester"),
            other is { } also ? [id, also] : [id],
            cancel,
            keys: keys
        );
        return await session.SaveAsync(kind, id, null, decide(session.State(kind, id), session), cancel);
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
        new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        }.ConnectionString;

    private static DocumentStore StoreOn(NpgsqlDataSource source) =>
        DocumentStore.For(options =>
        {
            options.Connection(source);
            OmbudStore.Configure(options);
        });

    private static async Task PrepareAsync(string connection)
    {
        await using var source = PostgresDataSource.Create(connection);
        using var store = StoreOn(source);
        await Schema.ApplyAsync(store, source);
        var readModels = new ReadModels(source, store);
        foreach (var table in readModels.Tables)
            await readModels.RebuildAsync(table, null, default);
    }
}
