using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Events;
using Ombud.Integrity.Json;
using Weasel.Core;

namespace Ombud.Integrity;

/// <summary>How a Marten store is configured, so that its history can be sealed, closed and kept apart by tenant.</summary>
public static class IntegrityStoreOptions
{
    /// <summary>Everything but the names of the events and the streams, which are the application's.</summary>
    public static void UseIntegrity(this StoreOptions options)
    {
        options.DatabaseSchemaName = Schema.Name;
        // The owner role makes the tables before anything is served; a request could not.
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.IgnoreIndex(Schema.IndexOfTenants);
        // In spite of its name it keeps the time that an event brings: the database's clock, as the write session has read it.
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        // A batch that commits must never be sent twice. And a read cannot be tried again on the connection that it broke on: Marten would
        // wait, try, and say that the connection is broken in place of why.
        options.ConfigureWritePolly(_ => { });
        options.ConfigurePolly(_ => { });
        UnknownEvents.AreReadAsTheyAre((EventGraph)options.Events);
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsString,
            Casing.CamelCase,
            json =>
            {
                // Marten's own converters write enum words in another way, and read headers that look like dates as dates.
                json.Converters.Clear();
                EventJson.Configure(json);
            }
        );
        options.Listeners.Add(new SealedEventsOnly());
    }

    /// <summary>Whoever appends past <see cref="WriteSession"/> would leave a hole in the chain of seals.</summary>
    private sealed class SealedEventsOnly : DocumentSessionListenerBase
    {
        public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token) =>
            session
                .PendingChanges.Streams()
                .SelectMany(stream => stream.Events)
                .FirstOrDefault(e => e.GetHeader(Seals.Seal.HashName) is null)
                is { } open
                ? throw new InvalidOperationException(
                    $"The event {open.EventTypeName} bears no seal: events are appended through {nameof(WriteSession)}."
                )
                : Task.CompletedTask;
    }
}
