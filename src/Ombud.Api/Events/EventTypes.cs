using Marten;
using Ombud.Domain;

namespace Ombud.Api.Events;

/// <summary>Some types of events, as callers name them.</summary>
/// <param name="Names">Stored names; null where none were named, which means all.</param>
internal sealed record EventTypes(IReadOnlyCollection<string>? Names, IReadOnlyList<Fault> Faults)
{
    /// <param name="given">With commas between them.</param>
    public static EventTypes Read(string? given, CloudEvents cloudEvents, IDocumentStore store) =>
        Read(given?.Split(',', StringSplitOptions.TrimEntries), cloudEvents, store);

    public static EventTypes Read(IReadOnlyCollection<string>? given, CloudEvents cloudEvents, IDocumentStore store)
    {
        if (given is null)
            return new(null, []);
        var names = given.Select(cloudEvents.StoredName).Distinct().ToList();
        var known = ((DocumentStore)store).Events.AllKnownEventTypes().Select(type => type.EventTypeName).ToHashSet();
        var unknown = names.Where(name => !known.Contains(name)).ToList();
        return new(
            names,
            unknown.Count == 0
                ? []
                :
                [
                    new("types", "unknown_code", $"Give some of {string.Join(", ", known.Order(StringComparer.Ordinal))}.")
                    {
                        Value = string.Join(", ", unknown),
                    },
                ]
        );
    }
}
