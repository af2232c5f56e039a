using Ombud.Api.People;
using Ombud.Domain.Cases;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Engine;

namespace Ombud.Api.Imports;

/// <summary>
/// Whom the lines of a file are about that bring identifiers: people whom the office knows, or who stood earlier in the file.
/// </summary>
internal sealed class ImportedPeople(KeyStore keys, string tenant, string country)
{
    private const int AtOnce = 5_000;

    private readonly Dictionary<string, (Guid Person, IReadOnlyList<Fingerprint> Given)> _ofCases = [];
    private readonly HashSet<Fingerprint> _known = [];

    /// <summary>The lines, with the person's id in those that bring identifiers; lines that contradict what is known get a fault.</summary>
    public async Task<IReadOnlyList<ImportLine>> RecognizeAsync(IReadOnlyList<ImportLine> lines, CancellationToken cancel)
    {
        if (!lines.Any(line => Received(line) is not null))
            return lines;
        var key = await keys.OfTenantAsync(tenant, cancel);
        var people = new KnownPeople([]);
        var recognized = new List<ImportLine>();
        foreach (var some in lines.Chunk(AtOnce))
        {
            var given = some.Select(line => Received(line) is { } received ? Fingerprints(key, received) : []).ToList();
            foreach (var (person, fingerprint) in await keys.FingerprintsAsync(tenant, given.SelectMany(each => each), cancel))
            {
                people.Learn(person, [fingerprint]);
                _known.Add(fingerprint);
            }
            recognized.AddRange(some.Zip(given, (line, theirs) => theirs.Count == 0 ? line : Recognize(line, theirs, people)));
        }
        return recognized;
    }

    /// <summary>The plan with what the person is found by from then on, where it receives a case that brought it.</summary>
    public StreamPlan<Case> WithLearned(StreamPlan<Case> plan, string @case) =>
        plan.Events.Any(e => e.Data is CaseReceived) && _ofCases.TryGetValue(@case, out var of)
            ? plan with
            {
                Learned = [.. of.Given.Where(_known.Add).Select(each => (of.Person, each))],
            }
            : plan;

    private ImportLine Recognize(ImportLine line, IReadOnlyList<Fingerprint> given, KnownPeople people)
    {
        var found = people.Recognize(given, Received(line)!.PersonId);
        if (found.Refusal is { } refusal)
            return line with { Faults = [.. line.Faults, new("identifiers", refusal.Code, $"{refusal.Because} {refusal.Remedy}")] };
        people.Learn(found.Person, found.New);
        _ofCases.TryAdd(line.Case, (found.Person, given));
        return line with
        {
            Commands = [.. line.Commands.Select(each => each is ReceiveCase received ? received with { PersonId = found.Person } : each)],
        };
    }

    /// <summary>Of identifiers with faults there are none: the rules name them.</summary>
    private IReadOnlyList<Fingerprint> Fingerprints(SubjectKey key, ReceiveCase received) =>
        received is { Identifiers: { } identifiers, Anonymous: not true } && !identifiers.Faults(country, within: null).Any()
            ? PersonFinder.Fingerprints(key, country, identifiers)
            : [];

    private static ReceiveCase? Received(ImportLine line) =>
        line.Commands.OfType<ReceiveCase>().FirstOrDefault(received => received.Identifiers is not null);
}
