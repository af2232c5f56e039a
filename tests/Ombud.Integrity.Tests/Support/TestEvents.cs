using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace Ombud.Integrity.Tests;

/// <summary>The events of these tests: the store does not care what happens in the world.</summary>
public sealed record SomethingHappened(string What);

public sealed record MoreHappened(int HowMuch, string? Note = null);

internal static class TestEvents
{
    /// <summary>The type of nearly every stream here.</summary>
    public static Type Diary => typeof(StreamTypes.Diary);

    public static Type Log => typeof(StreamTypes.Log);

    /// <summary>The stored name of a type of stream.</summary>
    public static string Alias(this Type streamType) => JsonNamingPolicy.SnakeCaseLower.ConvertName(streamType.Name);

    /// <summary>A Marten store that knows the events of these tests, and what a test names beside them.</summary>
    public static DocumentStore StoreOn(NpgsqlDataSource source, Action<StoreOptions>? more = null) =>
        OlderStoreOn(
            source,
            options =>
            {
                options.Events.MapEventType<MoreHappened>("more_happened");
                more?.Invoke(options);
            }
        );

    /// <summary>What an older version knew.</summary>
    public static DocumentStore OlderStoreOn(NpgsqlDataSource source, Action<StoreOptions>? more = null) =>
        EmptyStoreOn(
            source,
            options =>
            {
                options.Events.MapEventType<SomethingHappened>("something_happened");
                more?.Invoke(options);
            }
        );

    /// <summary>One that knows no event at all, unless it is given some.</summary>
    public static DocumentStore EmptyStoreOn(NpgsqlDataSource source, Action<StoreOptions>? more = null) =>
        DocumentStore.For(options =>
        {
            options.Connection(source);
            options.UseIntegrity();
            more?.Invoke(options);
        });

    public static IReadOnlyList<object> Of(params string[] whats) => [.. whats.Select(what => new SomethingHappened(what))];

    public static IEnumerable<string> Whats(this IEnumerable<IEvent> events) => events.Select(e => ((SomethingHappened)e.Data).What);

    public static IEnumerable<long> Versions(this IEnumerable<IEvent> events) => events.Select(e => e.Version);

    /// <summary>Marten names a stream after a class.</summary>
    private static class StreamTypes
    {
        public abstract class Diary;

        public abstract class Log;
    }
}
