using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Municipalities;

namespace Ombud.Projections.Engine;

/// <summary>Opens the transaction of a command: one round trip locks and reads all that the decision needs.</summary>
public sealed class CommandSessions(TenantEventStore store, MunicipalityDirectory directory)
{
    /// <summary>Far more than anybody names; more is refused once it is read.</summary>
    public const int MostNamed = 201;

    /// <param name="streams">To be written.</param>
    /// <param name="named">To be read only: what the command names.</param>
    /// <param name="held">To be read only, however many there are: what the stream itself holds.</param>
    /// <param name="keys">Null where nothing confidential will be written.</param>
    public async Task<CommandSession> OpenAsync(
        string tenant,
        EventMetadata metadata,
        IReadOnlyCollection<Guid> streams,
        CancellationToken cancel,
        IEnumerable<Guid>? named = null,
        IEnumerable<Guid>? held = null,
        SubjectRequest? keys = null
    )
    {
        var also = (named ?? []).Distinct().Take(MostNamed).Union(held ?? []).ToDictionary(id => id, _ => 0L);
        // The municipality's configuration is read in the same round trip: only what is newer than what is in memory.
        if (!streams.Contains(Municipality.Stream))
            also[Municipality.Stream] = directory.KnownVersion(tenant);
        var session = await store.OpenAsync(new(tenant, streams, metadata, also, keys), cancel);
        return new(session, tenant, events => directory.Current(tenant, events));
    }
}
