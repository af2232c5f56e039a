using JasperFx;
using Marten;
using Npgsql;
using Ombud.Projections;

namespace Ombud.Benchmarks.Stores;

/// <summary>Tables as Marten makes them for a store that asks for nothing further, with an office's cases in them.</summary>
internal static class PlainTables
{
    public const string Schema = "plain";

    private const string Move = $"""
        insert into {Schema}.mt_streams (tenant_id, id, type, version, timestamp, created)
        select tenant_id, id, type, version, timestamp, created from ombud.mt_streams where type = 'case';
        insert into {Schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
        select row_number() over (order by seq_id), id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type
        from ombud.mt_events where type <> 'municipality_configured';
        select setval('{Schema}.mt_events_sequence', (select max(seq_id) from {Schema}.mt_events));
        drop schema ombud cascade
        """;

    public static async Task FillAsync(DocumentStore store, NpgsqlDataSource database)
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await database.RunAsync(Move);
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(OmbudStreams.Case.Type, default);
        await database.SettleAsync();
    }
}
