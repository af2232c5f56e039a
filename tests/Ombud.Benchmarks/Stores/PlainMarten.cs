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

/// <summary>Marten with a snapshot of each case and nothing else: no further metadata, rows, isolation by PostgreSQL, seals or closed history.</summary>
internal sealed class PlainMarten : ICaseStore
{
    private const string Schema = "plain";
    private readonly NpgsqlDataSource _database;
    private readonly DocumentStore _store;
    private readonly Deciding _deciding;

    private PlainMarten(NpgsqlDataSource database, Municipality municipality)
    {
        (_database, _deciding) = (database, new(municipality));
        _store = DocumentStore.For(options =>
        {
            options.Connection(database);
            options.UseCommon(Schema);
            options.Events.AppendMode = EventAppendMode.Quick;
            options.Projections.Add(new StreamAggregation<Case>(OmbudStreams.Case), ProjectionLifecycle.Inline);
        });
    }

    /// <param name="connectionString">Of a copy of an office's database. Its cases are moved to tables of this store's own.</param>
    public static async Task<PlainMarten> OpenAsync(string connectionString, Municipality municipality)
    {
        var plain = new PlainMarten(
            PostgresDataSource.Create(Api.Hosting.Database.Settings(connectionString).ConnectionString),
            municipality
        );
        await plain._store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(JasperFx.AutoCreate.CreateOrUpdate);
        await plain.ExecuteAsync(
            $"""
            insert into {Schema}.mt_streams (tenant_id, id, type, version, timestamp, created)
            select tenant_id, id, type, version, timestamp, created from ombud.mt_streams where type = 'case';
            insert into {Schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
            select row_number() over (order by seq_id), id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type
            from ombud.mt_events where type <> 'municipality_configured';
            select setval('{Schema}.mt_events_sequence', (select max(seq_id) from {Schema}.mt_events));
            drop schema ombud cascade
            """
        );
        using var daemon = await plain._store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(OmbudStreams.Case.Type, default);
        await plain.ExecuteAsync("vacuum (analyze)");
        await plain.ExecuteAsync("checkpoint");
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

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
