using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Stores;

/// <summary>
/// Marten with a snapshot of each case and nothing else: no further metadata, rows, isolation by PostgreSQL, seals or closed history.
/// </summary>
internal sealed class PlainMarten : ICaseStore
{
    private readonly NpgsqlDataSource _database;
    private readonly DocumentStore _store;
    private readonly Deciding _deciding;

    private PlainMarten(NpgsqlDataSource database, Municipality municipality)
    {
        (_database, _deciding) = (database, new(municipality));
        _store = DocumentStore.For(options =>
        {
            options.Connection(database);
            options.UseCommon(PlainTables.Schema);
            options.Events.AppendMode = EventAppendMode.Quick;
            options.Projections.Add(new StreamAggregation<Case>(OmbudStreams.Case), ProjectionLifecycle.Inline);
        });
    }

    /// <param name="connectionString">Of a copy of an office's database. Its cases are moved to tables of this store's own.</param>
    public static async Task<PlainMarten> OpenAsync(string connectionString, Municipality municipality)
    {
        var database = PostgresDataSource.Create(Api.Hosting.Database.Settings(connectionString).ConnectionString);
        var plain = new PlainMarten(database, municipality);
        await PlainTables.FillAsync(plain._store, database);
        return plain;
    }

    public async Task ReceiveAsync(ReceiveCase command)
    {
        await using var session = _store.LightweightSession(Office.Tenant);
        session.Events.StartStream<Case>(Guid.CreateVersion7(), _deciding.Events(null, command));
        await session.SaveChangesAsync();
    }

    public async Task ContinueAsync(Guid id, CaseCommand command)
    {
        await using var session = _store.LightweightSession(Office.Tenant);
        var stream = await session.Events.FetchForWriting<Case>(id);
        stream.AppendMany(_deciding.Events(stream.Aggregate, command));
        await session.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _database.DisposeAsync();
    }
}
