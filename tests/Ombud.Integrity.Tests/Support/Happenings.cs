using JasperFx.Events;

namespace Ombud.Integrity.Tests;

/// <summary>The events of these tests: the store does not care what happens in the world.</summary>
public sealed record SomethingHappened(string What);

public sealed record MoreHappened(int HowMuch, string? Note = null);

internal static class Happenings
{
    /// <summary>The type of every stream here.</summary>
    public const string Diary = "diary";

    public static EventTypes Types => new EventTypes().Add<SomethingHappened>("something_happened").Add<MoreHappened>("more_happened");

    /// <summary>What an older version knew.</summary>
    public static EventTypes OlderTypes => new EventTypes().Add<SomethingHappened>("something_happened");

    public static IReadOnlyList<object> Of(params string[] whats) => [.. whats.Select(what => new SomethingHappened(what))];

    public static IEnumerable<string> Whats(this IEnumerable<IEvent> events) => events.Select(e => ((SomethingHappened)e.Data).What);

    public static IEnumerable<long> Versions(this IEnumerable<IEvent> events) => events.Select(e => e.Version);
}
