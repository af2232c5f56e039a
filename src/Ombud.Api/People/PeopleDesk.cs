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

namespace Ombud.Api.People;

/// <summary>A person as far as the office's papers go: who it is stands in the cases.</summary>
/// <param name="ErasedOn">When what was written became unreadable.</param>
/// <param name="Reason">Why it was erased.</param>
internal sealed record PersonView(Guid Id, IReadOnlyList<Guid> Cases, LocalDate? ErasedOn, ErasureReason? Reason);

/// <summary>Where a person is erased: all their cases in one transaction, or none.</summary>
internal sealed class PeopleDesk(IEventStore store, KeyStore keys, MunicipalityDirectory directory, Clerk clerk)
{
    public async Task<PersonView?> FindAsync(string tenant, Guid person, CancellationToken cancel)
    {
        var cases = await keys.StreamsAsync(tenant, person, cancel);
        return cases.Count == 0 ? null : View(person, cases, (await store.ReadStreamsAsync(tenant, [cases[0]], cancel)).Select(recorded => recorded.Data));
    }

    public async Task<(PersonView? Person, Refusal? Refusal)> EraseAsync(Caller caller, Guid person, ErasePerson command, CancellationToken cancel)
    {
        while (true)
        {
            var cases = await keys.StreamsAsync(caller.Tenant, person, cancel);
            if (cases.Count == 0)
                return (null, CaseRefusals.PersonNotFound);
            await using var session = await store.OpenAsync(clerk.Request(caller, [.. cases]) with { Keys = new SubjectRequest([person], ToErase: true) }, cancel);
            // A case of theirs that was registered meanwhile is not locked: look again.
            if (!session.Keys.StreamsToErase.SetEquals(cases))
                continue;
            var writing = new Writing(session, caller.Tenant);
            if (session.Keys.IsErased(person))
                return (View(person, cases, writing.Events(cases[0]).Select(recorded => recorded.Data)), null);
            if (Erasure.Refusal(command, [.. cases.Select(id => (id, writing.State(OmbudStreams.Case, id)!))]) is { } refusal)
                return (null, refusal);
            var erased = Erasure.Event(command, person, directory.Current(caller.Tenant, writing.Events(Domain.Municipalities.Municipality.Stream))!.DayOf(session.Now));
            foreach (var id in cases)
                writing.Append(OmbudStreams.Case, id, [erased]);
            session.Keys.Destroy(person);
            await session.CommitAsync(cancel);
            return (View(person, cases, [erased]), null);
        }
    }

    private static PersonView View(Guid person, IReadOnlyList<Guid> cases, IEnumerable<object> events)
    {
        var erased = events.OfType<PersonalDataErased>().FirstOrDefault(each => each.Person == person);
        return new(person, cases, erased?.OccurredOn, erased?.Reason);
    }
}
