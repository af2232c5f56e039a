using System.Text.Json;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.People;

/// <summary>Whom some identifiers are of.</summary>
/// <param name="Person">Known by one of them or named by the caller; else a new id.</param>
/// <param name="New">Those that nobody is known by yet.</param>
/// <param name="Refusal">Why they cannot be of one person.</param>
internal sealed record Recognition(Guid Person, IReadOnlyList<Fingerprint> New, Refusal? Refusal);

/// <summary>Finds people by what tells them from all others, without anything readable of them: by fingerprints.</summary>
internal sealed class PersonFinder(KeyStore keys)
{
    /// <param name="identifiers">Without faults.</param>
    /// <param name="named">The person whom the caller says they are of.</param>
    public async Task<Recognition> RecognizeAsync(
        string tenant,
        string country,
        PersonIdentifiers identifiers,
        Guid? named,
        CancellationToken cancel
    )
    {
        var given = await FingerprintsAsync(tenant, country, identifiers, cancel);
        var known = await keys.FingerprintsAsync(tenant, given, cancel);
        var owners = known.Select(each => each.Key).ToList();
        var person = named ?? (owners.Count > 0 ? owners[0] : Guid.CreateVersion7());
        return new(
            person,
            [.. given.Where(each => !known[person].Contains(each))],
            owners.Any(owner => owner != person) ? Several(given, known)
                : named is null && HasAnother(given, [.. known[person]]) ? NotTheSame(person)
                : null
        );
    }

    /// <summary>Who is known by an identifier; null where nobody is.</summary>
    public async Task<Guid?> FindAsync(string tenant, string country, PersonIdentifiers identifier, CancellationToken cancel)
    {
        var known = await keys.FingerprintsAsync(tenant, await FingerprintsAsync(tenant, country, identifier, cancel), cancel);
        return known.Select(each => (Guid?)each.Key).SingleOrDefault();
    }

    public async Task<IReadOnlyList<Fingerprint>> FingerprintsAsync(
        string tenant,
        string country,
        PersonIdentifiers identifiers,
        CancellationToken cancel
    )
    {
        var key = await keys.OfTenantAsync(tenant, cancel);
        return [.. identifiers.In(country).Select(each => key.Fingerprint(Codes.Of(each.Kind), each.Normal))];
    }

    /// <summary>
    /// True where the person has another national id than the one given: somebody else uses the same telephone or address. One who got a
    /// fødselsnummer after a D-nummer is named by the caller.
    /// </summary>
    private static bool HasAnother(IReadOnlyList<Fingerprint> given, IReadOnlyList<Fingerprint> known) =>
        given.FirstOrDefault(IsNationalId) is { } number && !known.Contains(number) && known.Any(IsNationalId);

    private static bool IsNationalId(Fingerprint fingerprint) => fingerprint.Kind == Codes.Of(IdentifierKind.NationalId);

    private static Refusal Several(IReadOnlyList<Fingerprint> given, ILookup<Guid, Fingerprint> known) =>
        CaseRefusals.IdentifiersOfSeveral with
        {
            Because = string.Join(
                " ",
                from each in given
                let owner = known.Where(owner => owner.Contains(each)).Select(owner => (Guid?)owner.Key).FirstOrDefault()
                where owner is not null
                select $"{Field(each)} is of person {owner}."
            ),
        };

    private static Refusal NotTheSame(Guid person) =>
        CaseRefusals.IdentifiersOfSeveral with
        {
            Because = $"What else is given is of person {person}, who is known by another nationalId.",
        };

    private static string Field(Fingerprint fingerprint) =>
        JsonNamingPolicy.CamelCase.ConvertName($"{Codes.Read<IdentifierKind>(fingerprint.Kind)}");
}
