using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Integrity.Secrets;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Cases;

/// <summary>Every command on a case.</summary>
internal sealed class CaseHandler(CommandSessions sessions) : ICommandHandler<Case, CaseCommand>
{
    public async Task<Outcome<Case>> HandleAsync(
        Caller caller,
        Guid id,
        CaseCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        var keys = caller.InputFaults.Count == 0 ? Keys(command) : null;
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel, keys: keys);
        var decision =
            command is ReceiveCase { PersonId: { } person } && session.Keys.IsErased(person)
                ? CaseRefusals.PersonErased
                : session.Decide(municipality =>
                    CaseDecider.Decide(session.State(OmbudStreams.Case, id), command, municipality, session.Today)
                );
        // What could be read of a faulty body was decided only to name every fault at once.
        return caller.InputFaults.Count > 0
            ? new Outcome<Case>.Invalid(caller.InputFaults.And(decision))
            : await session.SaveAsync(OmbudStreams.Case, id, expectedVersion, decision, cancel);
    }

    private static SubjectRequest? Keys(CaseCommand command) =>
        !command.TellsOfAPerson() ? null
        : command is ReceiveCase received ? new(received.PersonId is { } person ? [person] : []) { StreamsAreNew = received.Id is null }
        : SubjectRequest.None;
}
