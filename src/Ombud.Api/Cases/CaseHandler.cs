using Ombud.Api.Http;
using Ombud.Api.People;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Entries;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Cases;

/// <summary>Every command on a case.</summary>
internal sealed class CaseHandler(CommandSessions sessions, TenantEventStore store, MunicipalityDirectory directory, PersonFinder finder)
    : ICommandHandler<Case, CaseCommand>
{
    private const int MostConflicts = 10;

    public async Task<Outcome<Case>> HandleAsync(
        Caller caller,
        Guid id,
        CaseCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        for (var conflicts = 0; ; conflicts++)
        {
            var recognized = await RecognizeAsync(caller, command, cancel);
            var (outcome, given) = await TryAsync(caller, id, command, recognized, expectedVersion, cancel);
            // Somebody brought that very number meanwhile: the one after it is next.
            var again = given && outcome is Outcome<Case>.Refused(var refusal) && refusal == CaseRefusals.NumberTaken;
            // Somebody registered the same new person meanwhile, or the one who was found was erased: look again.
            again |= recognized is not null && outcome is Outcome<Case>.WrongVersion(null);
            again |=
                recognized is not null
                && command is ReceiveCase { PersonId: null }
                && outcome is Outcome<Case>.Refused(var erased)
                && erased == CaseRefusals.PersonErased;
            if (!again || conflicts == MostConflicts)
                return outcome;
        }
    }

    /// <summary>Whom a new case is about, where it brings identifiers that can be read; null where it brings none.</summary>
    private async Task<Recognition?> RecognizeAsync(Caller caller, CaseCommand command, CancellationToken cancel) =>
        command is ReceiveCase { Identifiers: { } identifiers, PersonId: var named, Anonymous: not true }
        && caller.InputFaults.Count == 0
        && await directory.AsOfAsync(caller.Tenant, moment: null, cancel) is { Country: var country }
        && !identifiers.Faults(country, within: null).Any()
            ? await finder.RecognizeAsync(caller.Tenant, country, identifiers, named, cancel)
            : null;

    /// <returns>Also whether the case was given its number here.</returns>
    private async Task<(Outcome<Case> Outcome, bool NumberGiven)> TryAsync(
        Caller caller,
        Guid id,
        CaseCommand command,
        Recognition? recognized,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        if (recognized is not null)
            command = ((ReceiveCase)command) with { PersonId = recognized.Person };
        var keys = caller.InputFaults.Count == 0 ? Keys(command) : null;
        // A case that is told to be its own other is refused as one that is not there.
        var other = await OtherAsync(caller, id, command, cancel) is { } given && given != id ? given : (Guid?)null;
        await using var session = await sessions.OpenAsync(
            caller.Tenant,
            caller.Metadata,
            other is { } also ? [id, also] : [id],
            cancel,
            keys: keys
        );
        var decision =
            command is ReceiveCase { PersonId: { } person } && session.Keys.IsErased(person)
                ? CaseRefusals.PersonErased
                : session.Decide(municipality =>
                    CaseDecider.Decide(
                        session.State(OmbudStreams.Case, id),
                        command,
                        municipality,
                        session.Today,
                        other: other is { } there ? session.State(OmbudStreams.Case, there) : null
                    )
                );
        if (decision is Decision.Accepted { Events.Count: > 0 } && recognized is not null)
            if (recognized.Refusal is { } several)
                decision = several;
            else
                session.Keys.Learn(recognized.Person, recognized.New);
        if (caller.InputFaults.Count == 0 && decision is Decision.Accepted(var events) && other is { } counterpart)
            RecordIn(counterpart, id, command, events, session);
        // What could be read of a faulty body was decided only to name every fault at once.
        if (caller.InputFaults.Count > 0)
            return (new Outcome<Case>.Invalid(caller.InputFaults.And(decision)), false);
        var numbered = decision is Decision.Accepted(var accepted) ? await NextCaseNumber.GiveAsync(session, accepted, cancel) : null;
        if (numbered is not null)
            decision = new Decision.Accepted(numbered);
        return (await session.SaveAsync(OmbudStreams.Case, id, expectedVersion, decision, cancel), numbered is not null);
    }

    /// <summary>The other case of a command on two, and of the withdrawal of what stands in two.</summary>
    private async Task<Guid?> OtherAsync(Caller caller, Guid id, CaseCommand command, CancellationToken cancel) =>
        command switch
        {
            MergeCase c => c.CaseId,
            LinkCase c => c.CaseId,
            // What an entry is never changes, so that it can be read before the streams are locked.
            WithdrawCaseEntry c
                when await store.FetchStreamAsync(caller.Tenant, id, cancel, upTo: c.Version) is [.., { } last]
                    && last.Version == c.Version => (last.Data as IBetweenCases)?.OtherCase,
            _ => null,
        };

    /// <summary>What one case records of two, or withdraws, the other records or withdraws with it.</summary>
    private static void RecordIn(Guid other, Guid id, CaseCommand command, IReadOnlyList<object> events, CommandSession session)
    {
        foreach (var entry in events.OfType<IBetweenCases>())
            session.Append(OmbudStreams.Case, other, [Merging.Counterpart(id, entry)]);
        if (command is WithdrawCaseEntry { Reason: var reason } && events.Count > 0)
            foreach (
                var stands in session
                    .State(OmbudStreams.Case, other)!
                    .Entries.Standing()
                    .Where(each => (each.Event as IBetweenCases)?.OtherCase == id)
            )
                session.Append(OmbudStreams.Case, other, [new EntryWithdrawn(session.Today, stands.Version, reason)]);
    }

    private static SubjectRequest? Keys(CaseCommand command) =>
        !command.TellsOfAPerson() ? null
        : command is ReceiveCase received ? new(received.PersonId is { } person ? [person] : []) { StreamsAreNew = received.Id is null }
        : SubjectRequest.None;
}
