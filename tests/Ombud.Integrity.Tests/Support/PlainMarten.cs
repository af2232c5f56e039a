using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Npgsql;

namespace Ombud.Integrity.Tests;

/// <summary>Marten as anybody would set it up on an Ombud database, with nothing of ours.</summary>
internal static class PlainMarten
{
    public static DocumentStore On(NpgsqlDataSource source, EventAppendMode append = EventAppendMode.QuickWithServerTimestamps) =>
        DocumentStore.For(options =>
        {
            options.Connection(source);
            // Appending in another way it would else drop the function that ours appends with.
            options.AutoCreateSchemaObjects = AutoCreate.None;
            options.DatabaseSchemaName = "ombud";
            options.Events.StreamIdentity = StreamIdentity.AsGuid;
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
            options.Events.AppendMode = append;
            options.Events.MetadataConfig.CorrelationIdEnabled = true;
            options.Events.MetadataConfig.CausationIdEnabled = true;
            options.Events.MetadataConfig.HeadersEnabled = true;
            options.Events.MetadataConfig.UserNameEnabled = true;
            options.Events.IgnoreIndex(Schema.IndexOfTenants);
            options.Events.MapEventType<SomethingHappened>("something_happened");
        });

    /// <summary>Lets Marten fail to save, so that it leaves as many tombstones as there were events.</summary>
    public static async Task LeaveTombstonesAsync(this StoreDatabase database, string tenant, int count, CancellationToken cancel)
    {
        const string Tombstones = "select count(*) from ombud.mt_events where tenant_id = $1 and type = 'tombstone'";
        var before = await database.AskAsync<long>(Tombstones, tenant);
        await using var plain = On(database.Source, EventAppendMode.Rich);
        await using (var session = plain.LightweightSession(tenant))
        {
            var whats = Enumerable.Range(1, count).Select(n => $"{n}");
            session.Events.StartStream(TestEvents.Diary, Guid.NewGuid(), TestEvents.Of([.. whats]));
            session.QueueSqlCommand("select 1 / 0");
            (await Refusal.OfAsync(() => session.SaveChangesAsync(cancel))).ShouldNotBeNull();
        }
        for (var patience = 0; await database.AskAsync<long>(Tombstones, tenant) < before + count; patience++)
        {
            patience.ShouldBeLessThan(1000, "Marten leaves no tombstones.");
            await Task.Delay(10, cancel);
        }
    }
}
