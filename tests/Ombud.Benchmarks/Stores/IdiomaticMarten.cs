using Marten;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;

namespace Ombud.Benchmarks.Stores;

/// <summary>
/// Marten by its own means, on a copy of an office's tables, with as many of Ombud's promises as it has means for: tenants kept apart by
/// PostgreSQL, writers of a case one after the other, all metadata, and the rows of the read models in the events' transaction. It has none
/// for seals, nor for a history that is closed.
/// </summary>
internal sealed class IdiomaticMarten : ICaseStore
{
    private readonly NpgsqlDataSource _database;
    private readonly DocumentStore _store;
    private readonly Deciding _deciding;
    private readonly CaseRows _rows = new();

    private IdiomaticMarten(NpgsqlDataSource database, Municipality municipality)
    {
        (_database, _deciding) = (database, new(municipality));
        _store = DocumentStore.For(options =>
        {
            options.Connection(database);
            options.UseIdiomatic(_rows);
        });
    }

    /// <param name="connectionString">Of a copy of an office's database: tables, policies and cases are there.</param>
    public static async Task<IdiomaticMarten> OpenAsync(string connectionString, Municipality municipality)
    {
        await using var owner = PostgresDataSource.Create(connectionString);
        await owner.SettleAsync();
        return new(IdiomaticSettings.Behind(connectionString), municipality);
    }

    public async Task ReceiveAsync(ReceiveCase command)
    {
        await using var session = Session();
        _rows.Before(null);
        session.Events.StartStream<Case>(Guid.CreateVersion7(), _deciding.Events(null, command));
        await session.SaveChangesAsync();
    }

    public async Task ContinueAsync(Guid id, CaseCommand command)
    {
        await using var session = Session();
        var stream = await session.Events.FetchForExclusiveWriting<Case>(id);
        _rows.Before(stream.Aggregate);
        stream.AppendMany(_deciding.Events(stream.Aggregate, command));
        await session.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _database.DisposeAsync();
    }

    private IDocumentSession Session()
    {
        var session = _store.LightweightSession(Office.Tenant);
        session.LastModifiedBy = "benchmark";
        return session;
    }
}
