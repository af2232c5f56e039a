using System.Text.Json;
using JasperFx.Events;
using Marten;
using NodaTime;
using Ombud.Integrity.Json;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Tables;

/// <summary>As they were stored before Marten stored them, to the byte: seals and readers of the tables rely on it.</summary>
public sealed class WordsAndDates : StoreTest
{
    private const string Headers = """
        {"day":"2023-06-13","moment":"2023-06-13T15:00:00+02:00","utc":"2023-06-13T13:00:00Z","time":"15:00:00","share":1.50,
        "id":"00000001-0000-4000-8000-000000000000","place":"Bø","lines":[1,"2023-06-13T15:00:00"],"none":null}
        """;

    private static readonly Visit Everything = new(
        Weather.ThickFog,
        [Weather.Sun, Weather.ThickFog],
        new(2023, 6, 13),
        Instant.FromUtc(2023, 6, 13, 13, 0) + (Microseconds.One * 120),
        null,
        null,
        null,
        "Æ står på øya <&> 🐟 + 'å'",
        12.50m,
        new Dictionary<string, int> { ["ThickFog"] = 1 }
    );

    public enum Weather
    {
        Sun,
        ThickFog,
    }

    public sealed record Visit(
        Weather Weather,
        IReadOnlyList<Weather> Forecast,
        LocalDate Day,
        Instant At,
        LocalDate? Return,
        Instant? LeftAt,
        Weather? Later,
        string Note,
        decimal Fare,
        IReadOnlyDictionary<string, int> Counts
    );

    [Fact]
    public async Task of_an_event_are_stored_as_ever()
    {
        await WriteAsync();
        (await Database.AskAsync<string>("select data::text from ombud.mt_events")).ShouldBe(
            """{"at": "2023-06-13T13:00:00.00012Z", "day": "2023-06-13", "fare": 12.50, "note": "Æ står på øya <&> 🐟 + 'å'","""
                + """ "counts": {"ThickFog": 1}, "weather": "thick_fog", "forecast": ["sun", "thick_fog"]}"""
        );
    }

    [Fact]
    public async Task of_headers_are_stored_as_ever()
    {
        await WriteAsync();
        (await Database.AskAsync<string>("select (headers - 'hash' - 'seal')::text from ombud.mt_events")).ShouldBe(
            """{"id": "00000001-0000-4000-8000-000000000000", "day": "2023-06-13", "utc": "2023-06-13T13:00:00Z", "none": null,"""
                + """ "time": "15:00:00", "lines": [1, "2023-06-13T15:00:00"], "place": "Bø", "share": 1.50,"""
                + """ "moment": "2023-06-13T15:00:00+02:00"}"""
        );
    }

    [Fact]
    public async Task are_read_back_as_they_are_on_every_path()
    {
        await using var documents = await WriteAsync();
        var store = new TenantEventStore(documents, Database.Source);
        // The log would wait for who writes.
        IReadOnlyList<IEvent> toWriter;
        await using (var session = await store.OpenAsync(new(North, [Home], Someone), Cancel))
            toWriter = session.Events(Home);
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        var all = new EventRows(documents).ReadAsync(connection, TestEvents.Diary.Alias(), StreamRange.All(North), Cancel);
        var paths = new Dictionary<string, IReadOnlyList<IEvent>>
        {
            ["one stream"] = await store.FetchStreamAsync(North, Home, Cancel),
            ["several streams"] = await store.FetchStreamsAsync(North, [Home], Cancel),
            ["a write"] = toWriter,
            ["all streams"] = await all.ToListAsync(Cancel),
            ["the log"] = await new LogReader(Database.Source, documents).EventuallyAsync(0, Cancel),
        };
        foreach (var (path, events) in paths)
        {
            var read = events.ShouldHaveSingleItem(path);
            Said(read.Data.ShouldBeOfType<Visit>(path)).ShouldBe(Said(Everything), path);
            var stored = await Database.AskAsync<string>("select headers::text from ombud.mt_events");
            read.HeadersAsJson()!.Value.GetRawText().ShouldBe(stored.Replace("\": ", "\":").Replace(", ", ","), path);
        }
    }

    [Fact]
    public async Task are_sealed_and_go_on()
    {
        await using var documents = await WriteAsync();
        await using (var session = await new TenantEventStore(documents, Database.Source).OpenAsync(new(North, [Home], Someone), Cancel))
        {
            session.Append(Home, TestEvents.Diary, [Everything with { LeftAt = Instant.MinValue + Duration.FromDays(4_000_000) }]);
            await session.SaveChangesAsync(Cancel);
        }
        (await new Verifier(Database.Source).RunAsync(North, new Dictionary<int, string>(), null, Cancel)).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task are_the_same_from_an_import()
    {
        await using var documents = await WriteAsync();
        var at = Instant.FromUtc(2023, 6, 13, 13, 0);
        await new BulkWriter(Database.Source, documents).WriteAsync(
            new(South, TestEvents.Diary.Alias(), [new(Home, 0, [new(Everything, at, Headers)])], "anna", (_, _, _) => Task.CompletedTask),
            Cancel
        );
        (
            await Database.ListAsync<string>("select distinct data::text || (headers - 'hash' - 'seal')::text from ombud.mt_events")
        ).Count.ShouldBe(1);
    }

    private static string Said(Visit visit) => JsonSerializer.Serialize(visit, EventJson.Options);

    private async Task<DocumentStore> WriteAsync()
    {
        var documents = TestEvents.StoreOn(Database.Source, options => options.Events.MapEventType<Visit>("visit"));
        var store = new TenantEventStore(documents, Database.Source);
        await using var session = await store.OpenAsync(new(North, [Home], new("anna", Headers: Headers)), Cancel);
        session.Append(Home, TestEvents.Diary, [Everything]);
        await session.SaveChangesAsync(Cancel);
        return documents;
    }
}
