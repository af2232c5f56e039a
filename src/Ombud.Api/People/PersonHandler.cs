using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
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

/// <summary>Erases a person: all their cases in one transaction, or none.</summary>
internal sealed class PersonHandler(CommandSessions sessions, TenantEventStore store, KeyStore keys)
{
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

    private static PersonView View(Guid person, IReadOnlyList<Guid> cases, IEnumerable<object> events)
    {
        var erased = events.OfType<PersonalDataErased>().FirstOrDefault(each => each.Person == person);
        return new(person, cases, erased?.OccurredOn, erased?.Reason);
    }
}
