using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.EventStore;
using Ombud.EventStore.Secrets;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Cases;

/// <summary>Where every command on a case is handled.</summary>
internal sealed class CaseDesk(IEventStore store, Clerk clerk, MunicipalityDirectory directory, IClock clock) : IDesk<Case, CaseCommand>, IRulesCheck
{
    private readonly Recorder<Case> _recorder = new(store, OmbudStreams.Case);

    public Task<Outcome<Case>> HandleAsync(Caller caller, Guid id, CaseCommand command, long? expectedVersion, CancellationToken cancel) => _recorder.RecordAsync(
        id, clerk.Request(caller, [id]) with { Keys = Keys(command) }, expectedVersion,
        (state, writing) => command is ReceiveCase { Person: { } person } && writing.Keys.IsErased(person)
            ? CaseRefusals.PersonErased
            : clerk.Decide(caller, writing, municipality => CaseDecider.Decide(state, command, municipality, municipality.DayOf(writing.Now))), cancel);

    private static SubjectRequest? Keys(CaseCommand command) => !command.TellsOfAPerson() ? null
        : command is ReceiveCase received ? new(received.Person is { } person ? [person] : []) { StreamsAreNew = true }
        : SubjectRequest.None;

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
