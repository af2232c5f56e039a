using NodaTime;

namespace Ombud.Integrity.Tests.Reading;

public sealed class ReadingManyStreams : StoreTest
{
    private static readonly Instant Monday = Instant.FromUtc(2023, 5, 1, 8, 0);

    [Fact]
    public async Task gives_those_that_were_named_in_order()
    {
        await AppendAsync(Work, "arrived", "left");
        await AppendAsync(Stream(3), "sang");
        await AppendAsync(Home, "woke up");
        (await Store.FetchStreamsAsync(North, [Work, Home, Stream(99)], Cancel)).Whats().ShouldBe(["woke up", "arrived", "left"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task in_ranges_side_by_side_gives_every_stream_exactly_once(int size)
    {
        var streams = SpreadStreams().ToList();
        await Writer.WriteAsync(Imports.Of(North, [.. streams.Select(stream => Imports.Days(stream, Monday, "began", "ended"))]), Cancel);
        var read = new List<(Guid, long)>();
        var ranges = await StreamRange.AllOfTypeAsync(Database.Source, TestEvents.Diary.Alias(), size, Cancel);
        ranges.Count.ShouldBe((streams.Count + size - 1) / size);
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        foreach (var range in ranges)
        await foreach (var recorded in new EventRows(Documents).ReadAsync(connection, TestEvents.Diary.Alias(), range, Cancel))
            read.Add((recorded.StreamId, recorded.Version));
        read.ShouldBe(streams.OrderBy(stream => stream).SelectMany(stream => new[] { (stream, 1L), (stream, 2L) }));
    }

    [Fact]
    public async Task of_one_type_leaves_out_the_others()
    {
        await AppendAsync(Home, "woke up");
        await using (var session = await OpenAsync(Work))
        {
            session.Append(Work, TestEvents.Log, TestEvents.Of("arrived"));
            await session.SaveChangesAsync(Cancel);
        }
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        var read = await new EventRows(Documents).ReadAsync(connection, "log", StreamRange.All(North), Cancel).ToListAsync(Cancel);
        read.Whats().ShouldBe(["arrived"]);
    }

    /// <summary>The first and the last id there can be, and some in between.</summary>
    private static IEnumerable<Guid> SpreadStreams()
    {
        yield return Guid.Empty;
        yield return Guid.AllBitsSet;
        for (var leading = 0; leading < 256; leading += 5)
            yield return new($"{leading:x2}ab0000-0000-4000-8000-000000000000");
        for (var sixteenth = 1; sixteenth < 16; sixteenth++)
        {
            yield return new($"{sixteenth:x}0000000-0000-0000-0000-000000000000");
            yield return new($"{sixteenth - 1:x}fffffff-ffff-ffff-ffff-ffffffffffff");
        }
    }
}
