using NodaTime;

namespace Ombud.Integrity.Tests.Reading;

/// <summary>A stream of four events: two recorded at midday of the first, one of the second, one of the third of March.</summary>
public sealed class ReadingStreamEvents : StoreTest
{
    private static readonly Instant First = Instant.FromUtc(2023, 3, 1, 12, 0);
    private static readonly Instant Second = Instant.FromUtc(2023, 3, 2, 12, 0);
    private static readonly Instant Third = Instant.FromUtc(2023, 3, 3, 12, 0);

    public static TheoryData<string, Instant, int> Moments =>
        new()
        {
            { "before the first", First - Microseconds.One, 0 },
            { "at the first", First, 2 },
            { "a nanosecond after the first", First + Duration.FromNanoseconds(1), 2 },
            { "just before the second", Second - Microseconds.One, 2 },
            { "a nanosecond before the second", Second - Duration.FromNanoseconds(1), 2 },
            { "at the second", Second, 3 },
            { "at the third", Third, 4 },
            { "long after", Instant.FromUtc(9998, 12, 31, 0, 0), 4 },
        };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task as_of_a_moment_gives_what_was_recorded_by_then(string when, Instant moment, int events)
    {
        await WriteAsync();
        (await Store.FetchStreamAsync(North, Home, Cancel, asOf: moment)).Count.ShouldBe(events, when);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(99, 4)]
    public async Task up_to_a_version_includes_it(long version, int events)
    {
        await WriteAsync();
        (await Store.FetchStreamAsync(North, Home, Cancel, upTo: version))
            .Versions()
            .ShouldBe(Enumerable.Range(1, events).Select(each => (long)each));
    }

    [Fact]
    public async Task after_a_version_leaves_it_out()
    {
        await WriteAsync();
        (await Store.FetchStreamAsync(North, Home, Cancel, after: 2)).Whats().ShouldBe(["had tea", "slept"]);
    }

    [Fact]
    public async Task between_versions_as_of_a_moment_holds_to_all_of_them()
    {
        await WriteAsync();
        (await Store.FetchStreamAsync(North, Home, Cancel, after: 1, upTo: 4, asOf: Second)).Versions().ShouldBe([2, 3]);
    }

    [Fact]
    public async Task that_is_not_there_gives_nothing() => (await ReadAsync(Work)).ShouldBeEmpty();

    private Task WriteAsync() =>
        Writer.WriteAsync(
            Imports.Of(
                North,
                new StreamImport(
                    Home,
                    0,
                    [
                        Imports.Event("woke up", First),
                        Imports.Event("had coffee", First),
                        Imports.Event("had tea", Second),
                        Imports.Event("slept", Third),
                    ]
                )
            ),
            Cancel
        );
}
