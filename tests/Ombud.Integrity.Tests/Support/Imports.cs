using NodaTime;

namespace Ombud.Integrity.Tests;

internal static class Imports
{
    public const string Mark = """{"import":"old diaries"}""";

    public static ImportEvent Event(string what, Instant recordedAt) => new(new SomethingHappened(what), recordedAt, Mark);

    public static ImportBatch Of(string tenant, params StreamImport[] streams) =>
        new(tenant, TestEvents.Diary.Alias(), streams, "anna", (_, _, _) => Task.CompletedTask);

    /// <summary>A new stream whose events were recorded one day after another.</summary>
    public static StreamImport Days(Guid stream, Instant first, params string[] whats) => Days(stream, 0, first, whats);

    public static StreamImport Days(Guid stream, long expectedVersion, Instant first, params string[] whats) =>
        new(stream, expectedVersion, [.. whats.Select((what, day) => Event(what, first + Duration.FromDays(day)))]);
}
