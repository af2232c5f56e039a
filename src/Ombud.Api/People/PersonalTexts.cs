using JasperFx.Events;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Entries;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Engine;

namespace Ombud.Api.People;

/// <summary>A text that may tell of a person, in clear.</summary>
/// <param name="Version">Of the event that brought it.</param>
/// <param name="Type">The event's stored name, such as <c>case_closed</c>.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="RecordedAt">When Ombud learned it.</param>
/// <param name="By">The key, token or developer that recorded it.</param>
/// <param name="Field">Such as <c>summary</c>, <c>resident.name</c>, <c>reason</c>.</param>
/// <param name="PersonId">Whose key it is under; absent where it was recorded before texts were enciphered.</param>
/// <param name="Text">Absent once it was erased.</param>
/// <param name="Erased">True where it was erased.</param>
/// <param name="Withdrawn">True where its entry was withdrawn: it no longer counts, and stays readable.</param>
internal sealed record PersonalText(
    long Version,
    string Type,
    LocalDate? OccurredOn,
    Instant RecordedAt,
    string? By,
    string Field,
    Guid? PersonId,
    string? Text,
    bool Erased,
    bool Withdrawn
);

/// <summary>Deciphers what events hold, as far as there are keys.</summary>
internal sealed class PersonalTexts(KeyStore keys)
{
    /// <param name="events">Of one stream.</param>
    public async Task<IReadOnlyList<PersonalText>> ReadAsync(string tenant, IReadOnlyList<IEvent> events, CancellationToken cancel)
    {
        var confidential = events
            .Select(recorded => (Recorded: recorded, Data: recorded.Data as IConfidential))
            .Where(each => each.Data is not null)
            .ToList();
        var withdrawn = events
            .Select(recorded => (recorded.Data as EntryWithdrawn)?.Version)
            .OfType<int>()
            .Select(each => (long)each)
            .ToHashSet();
        var known = await keys.KeysAsync(tenant, confidential.Select(each => each.Data!.Person).OfType<Guid>(), cancel);
        return
        [
            .. from each in confidential
            from text in each.Data!.Texts()
            let clear = Enciphering.Read(
                text.Text,
                each.Data!.Person is { } person ? known.GetValueOrDefault(person) : null,
                tenant,
                each.Recorded.StreamId,
                text.Field
            )
            select new PersonalText(
                each.Recorded.Version,
                each.Recorded.EventTypeName,
                (each.Data as CaseEvent)?.OccurredOn,
                each.Recorded.RecordedAt(),
                each.Recorded.UserName,
                text.Field,
                each.Data!.Person,
                clear,
                clear is null,
                withdrawn.Contains(each.Recorded.Version)
            ),
        ];
    }
}
