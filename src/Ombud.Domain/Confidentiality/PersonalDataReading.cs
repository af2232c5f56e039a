using NodaTime;

namespace Ombud.Domain.Confidentiality;

/// <summary>What personal data is read for.</summary>
public enum ReadPurpose
{
    CaseHandling,

    /// <summary>The person asks what is written of them (GDPR article 15).</summary>
    AccessRequest,
    Supervision,
    Audit,
    ArchiveDelivery,
}

/// <summary>Somebody read what is written of the person whom a case is about, or looked whether somebody is known.</summary>
/// <param name="Case">Absent where a person was looked up.</param>
/// <param name="Person">Absent where the case had told of nobody, or nobody was found.</param>
/// <param name="OnBehalfOf">The user of the calling system, where that said so.</param>
/// <param name="AsOf">What was known then was read; absent for now.</param>
/// <param name="LookedUpBy">By what kind of identifier a person was looked up; absent where a case was read.</param>
public sealed record PersonalDataRead(
    LocalDate OccurredOn,
    Guid? Case,
    Guid? Person,
    string By,
    ReadPurpose Purpose,
    Instant? AsOf,
    string? OnBehalfOf = null,
    IdentifierKind? LookedUpBy = null
) : IOccurred;

/// <summary>One reading. It is a stream of its own: readers do not wait for each other, and a case's history stays the case's.</summary>
public sealed record PersonalDataReading(
    Guid? Case,
    Guid? Person,
    string By,
    string? OnBehalfOf,
    ReadPurpose Purpose,
    Instant? AsOf,
    IdentifierKind? LookedUpBy = null
)
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    public static PersonalDataReading Evolve(PersonalDataReading? state, object @event) =>
        (state, @event) switch
        {
            (null, PersonalDataRead e) => new(e.Case, e.Person, e.By, e.OnBehalfOf, e.Purpose, e.AsOf, e.LookedUpBy),
            (null, _) => throw new InvalidOperationException($"A reading cannot begin with {@event.GetType().Name}."),
            _ => state,
        };
}
