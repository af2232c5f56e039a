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

/// <summary>Some people by all that they are known by.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<Fingerprint, Guid> _owners = [];
    private readonly HashSet<Guid> _withNationalId = [];

    public KnownPeople(IEnumerable<(Guid Person, Fingerprint Fingerprint)> known)
    {
        foreach (var (person, fingerprint) in known)
            Learn(person, [fingerprint]);
    }

    public void Learn(Guid person, IEnumerable<Fingerprint> fingerprints)
    {
        foreach (var fingerprint in fingerprints)
        {
            _owners[fingerprint] = person;
            if (IsNationalId(fingerprint))
                _withNationalId.Add(person);
        }
    }

    /// <param name="named">The person whom the caller says they are of.</param>
    public Recognition Recognize(IReadOnlyList<Fingerprint> given, Guid? named)
    {
        var unknown = given.Where(each => !_owners.ContainsKey(each)).ToList();
        var owners = given.Except(unknown).Select(each => (Field: Field(each), Person: _owners[each])).ToList();
        var person = named ?? (owners.Count > 0 ? owners[0].Person : Guid.CreateVersion7());
        // Whose they are is told by a look-up alone, which is recorded.
        var because =
            named is not null && owners.Any(owner => owner.Person != person)
                ? $"Somebody else is known by {Fields(owners.Where(owner => owner.Person != person))}."
            : owners.Any(owner => owner.Person != person) ? $"{Fields(owners)} are of different people."
            // Somebody else uses the same telephone or address. One who got a fødselsnummer after a D-nummer is named by the caller.
            : named is null && unknown.Any(IsNationalId) && _withNationalId.Contains(person)
                ? $"Whoever is known by {Fields(owners)} is known by another nationalId."
            : null;
        return new(person, unknown, because is null ? null : CaseRefusals.IdentifiersOfSeveral with { Because = because });
    }

    private static string Fields(IEnumerable<(string Field, Guid)> owners) => string.Join(" and ", owners.Select(each => each.Field));

    private static bool IsNationalId(Fingerprint fingerprint) => fingerprint.Kind == Codes.Of(IdentifierKind.NationalId);

    private static string Field(Fingerprint fingerprint) =>
        JsonNamingPolicy.CamelCase.ConvertName($"{Codes.Read<IdentifierKind>(fingerprint.Kind)}");
}
