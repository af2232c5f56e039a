using NodaTime;

namespace Ombud.Integrity.Tests.Importing;

/// <summary>A stream's recorded times never fall, or as of a moment it would have a hole in it.</summary>
public sealed class ImportingInDisorder : StoreTest
{
    private static readonly Instant Monday = Instant.FromUtc(2023, 5, 1, 8, 0);

    [Fact]
    public async Task is_refused_and_writes_nothing()
    {
        await RefusedAsync(
            new StreamImport(Home, 0, [Imports.Event("had coffee", Monday + Microseconds.One), Imports.Event("woke up", Monday)])
        );
        (await CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public Task of_nothing_into_a_stream_is_refused() => RefusedAsync(new StreamImport(Home, 0, []));

    [Fact]
    public async Task of_what_is_recorded_in_the_future_is_refused()
    {
        await RefusedAsync(
            new StreamImport(Home, 0, [Imports.Event("woke up", Monday), Imports.Event("retired", Instant.FromUtc(2999, 1, 1, 0, 0))])
        );
        (await CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task is_not_what_events_of_one_append_are()
    {
        await Writer.WriteAsync(
            Imports.Of(North, new StreamImport(Home, 0, [Imports.Event("woke up", Monday), Imports.Event("had coffee", Monday)])),
            Cancel
        );
        (await ReadAsync(Home)).Versions().ShouldBe([1, 2]);
    }

    private Task RefusedAsync(StreamImport stream) =>
        Should.ThrowAsync<ArgumentException>(() => Writer.WriteAsync(Imports.Of(North, stream), Cancel));
}
