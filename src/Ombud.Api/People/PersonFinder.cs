using Ombud.Domain;
using Ombud.Domain.Confidentiality;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.People;

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
        var given = Fingerprints(await keys.OfTenantAsync(tenant, cancel), country, identifiers);
        return new KnownPeople(await keys.FingerprintsAsync(tenant, given, cancel)).Recognize(given, named);
    }

    /// <summary>Who is known by an identifier; null where nobody is.</summary>
    public async Task<Guid?> FindAsync(string tenant, string country, PersonIdentifiers identifier, CancellationToken cancel)
    {
        var given = Fingerprints(await keys.OfTenantAsync(tenant, cancel), country, identifier);
        var known = await keys.FingerprintsAsync(tenant, given, cancel);
        return known.Select(each => (Guid?)each.Subject).FirstOrDefault();
    }

    /// <param name="key">The municipality's own.</param>
    public static IReadOnlyList<Fingerprint> Fingerprints(SubjectKey key, string country, PersonIdentifiers identifiers) =>
        [.. identifiers.In(country).Select(each => key.Fingerprint(Codes.Of(each.Kind), each.Normal))];
}
