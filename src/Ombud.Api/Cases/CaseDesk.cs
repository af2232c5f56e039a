using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Cases;

/// <summary>Where every command on a case is handled: loaded, decided and recorded in two round trips.</summary>
internal sealed class CaseDesk(IEventStore store, MunicipalityDirectory directory, IClock clock) : IRulesCheck
{
    private readonly Recorder<Case> _recorder = new(store, OmbudStreams.Case);

    public Task<Outcome<Case>> HandleAsync(Caller caller, Guid id, CaseCommand command, long? expectedVersion, CancellationToken cancel)
    {
        // The municipality's configuration rides along: only what is newer than what is in memory is read.
        var catchUp = new Dictionary<Guid, long> { [Municipality.Stream] = directory.KnownVersion(caller.Tenant) };
        return _recorder.RecordAsync(
            new(caller.Tenant, [id], caller.Metadata, catchUp),
            expectedVersion,
            (state, session) => directory.Current(caller.Tenant, session.Events(Municipality.Stream)) is { } municipality
                ? CaseDecider.Decide(state, command, municipality, municipality.DayOf(session.Now))
                : MunicipalityRefusals.NotConfigured,
            cancel);
    }

    public async Task<IReadOnlyList<Fault>> FaultsAsync(Caller caller, Guid? id, Guid? requestId, object command, CancellationToken cancel)
    {
        var given = command is RequestCommand request && requestId is { } known ? new ForRequest(known, request) : command as CaseCommand;
        if (given is not { } wanted || await directory.AsOfAsync(caller.Tenant, null, cancel) is not { } municipality)
            return [];
        var state = id is null ? null : OmbudStreams.Case.Fold(await store.ReadStreamAsync(caller.Tenant, id.Value, cancel));
        var decision = CaseDecider.Decide(state, wanted, municipality, municipality.DayOf(clock.GetCurrentInstant()));
        return decision is Decision.Invalid(var faults) ? faults : [];
    }
}
