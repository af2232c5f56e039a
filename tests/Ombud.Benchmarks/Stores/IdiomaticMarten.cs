using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Stores;

/// <summary>
/// Marten by its own means, on a copy of an office's tables, with as many of Ombud's promises as it has means for: tenants kept apart
/// by PostgreSQL, writers of a case one after the other, all metadata, and the rows of the read models in the transaction of the events. It
/// has none for seals, nor for a history that is closed.
/// </summary>
internal sealed class IdiomaticMarten : ICaseStore
{
    private readonly NpgsqlDataSource _database;
    private readonly DocumentStore _store;
    private readonly Deciding _deciding;
    private readonly CaseRows _rows = new();

    private IdiomaticMarten(string connectionString, Municipality municipality)
    {
        var builder = new NpgsqlDataSourceBuilder(Api.Hosting.Database.Settings(connectionString).ConnectionString);
        // The owner of the tables would stand above their policies.
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException(),
            async connection =>
            {
                await using var command = new NpgsqlCommand($"set role {RowSecurity.Role}", connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        (_database, _deciding) = (builder.Build(), new(municipality));
        _store = DocumentStore.For(options =>
        {
            options.Connection(_database);
            options.UseCommon(Integrity.Schema.Name);
            options.UseRowLevelSecurity(RowSecurity.Setting);
            options.Events.AppendMode = EventAppendMode.Rich;
            options.Events.MetadataConfig.EnableAll();
            options.Events.MetadataConfig.UserNameEnabled = true;
            options.Projections.Add(new StreamAggregation<Case>(OmbudStreams.Case), ProjectionLifecycle.Live);
            options.Projections.Add(_rows, ProjectionLifecycle.Inline);
        });
    }

    /// <param name="connectionString">Of a copy of an office's database: tables, policies and cases are there.</param>
    public static async Task<IdiomaticMarten> OpenAsync(string connectionString, Municipality municipality)
    {
        await using var owner = PostgresDataSource.Create(connectionString);
        foreach (var sql in new[] { "vacuum (analyze)", "checkpoint" })
        {
            await using var command = owner.CreateCommand(sql);
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }
        return new(connectionString, municipality);
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
