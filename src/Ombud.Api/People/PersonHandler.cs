using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.People;

/// <summary>A person as far as the office's papers go: who it is stands in the cases.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Cases">Ids of the cases that are about the person.</param>
/// <param name="ErasedOn">When what was written became unreadable.</param>
/// <param name="Reason">Why it was erased.</param>
internal sealed record PersonView(Guid Id, IReadOnlyList<Guid> Cases, LocalDate? ErasedOn, ErasureReason? Reason);

/// <summary>What a person is known by, and its erasure with all that is written of them, in all their cases or none.</summary>
internal sealed class PersonHandler(CommandSessions sessions, TenantEventStore store, KeyStore keys, PersonFinder finder)
{
    private const int MostConflicts = 10;

    public async Task<PersonView?> FindAsync(string tenant, Guid person, CancellationToken cancel)
    {
        var cases = await keys.StreamsAsync(tenant, person, cancel);
        return cases.Count == 0 ? null : View(person, cases, (await store.FetchStreamAsync(tenant, cases[0], cancel)).Select(e => e.Data));
    }

    public async Task<(PersonView? Person, Refusal? Refusal)> EraseAsync(
        Caller caller,
        Guid person,
        ErasePerson command,
        CancellationToken cancel
    )
    {
        while (true)
        {
            var cases = await keys.StreamsAsync(caller.Tenant, person, cancel);
            if (cases.Count == 0)
                return (null, CaseRefusals.PersonNotFound);
            await using var session = await sessions.OpenAsync(
                caller.Tenant,
                caller.Metadata,
                [.. cases],
                cancel,
                keys: new([person], ToErase: true)
            );
            // A case of theirs that was registered meanwhile is not locked: look again.
            if (!session.Keys.StreamsToErase.SetEquals(cases))
                continue;
            if (session.Keys.IsErased(person))
                return (View(person, cases, session.Events(cases[0]).Select(e => e.Data)), null);
            if (Erasure.Refusal(command, [.. cases.Select(id => (id, session.State(OmbudStreams.Case, id)!))]) is { } refusal)
                return (null, refusal);
            var erased = Erasure.Event(command, person, session.Today);
            foreach (var id in cases)
                session.Append(OmbudStreams.Case, id, [erased]);
            session.Keys.Destroy(person);
            await session.SaveChangesAsync(cases[0], cancel);
            return (View(person, cases, [erased]), null);
        }
    }

    /// <summary>From now on the person is found by these identifiers too.</summary>
    public async Task<Refusal?> IdentifyAsync(
        Caller caller,
        Guid person,
        string country,
        PersonIdentifiers identifiers,
        CancellationToken cancel
    )
    {
        for (var conflicts = 0; ; conflicts++)
        {
            var recognized = await finder.RecognizeAsync(caller.Tenant, country, identifiers, person, cancel);
            try
            {
                return await ChangeAsync(caller, person, recognized.Refusal, keys => keys.Learn(person, recognized.New), cancel);
            }
            catch (StreamConflictException) when (conflicts < MostConflicts)
            {
                // Somebody else was registered with one of them meanwhile.
            }
        }
    }

    /// <summary>From now on the person is not found by these identifiers any more.</summary>
    public async Task<Refusal?> WithdrawIdentifiersAsync(
        Caller caller,
        Guid person,
        string country,
        PersonIdentifiers identifiers,
        CancellationToken cancel
    )
    {
        var theirs = PersonFinder.Fingerprints(await keys.OfTenantAsync(caller.Tenant, cancel), country, identifiers);
        return await ChangeAsync(caller, person, refusal: null, keys => keys.Forget(person, theirs), cancel);
    }

    private async Task<Refusal?> ChangeAsync(
        Caller caller,
        Guid person,
        Refusal? refusal,
        Action<SubjectKeys> change,
        CancellationToken cancel
    )
    {
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [], cancel, keys: new([person]));
        if (session.DoneBefore)
            return null;
        if (session.Keys.IsErased(person))
            return CaseRefusals.PersonErased;
        if (refusal is not null)
            return refusal;
        change(session.Keys);
        await session.SaveChangesAsync(person, cancel);
        return null;
    }

    private static PersonView View(Guid person, IReadOnlyList<Guid> cases, IEnumerable<object> events)
    {
        var erased = events.OfType<PersonalDataErased>().FirstOrDefault(each => each.Person == person);
        return new(person, cases, erased?.OccurredOn, erased?.Reason);
    }
}
