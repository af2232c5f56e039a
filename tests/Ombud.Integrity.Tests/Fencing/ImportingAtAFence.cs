using NodaTime;

namespace Ombud.Integrity.Tests.Fencing;

public sealed class ImportingAtAFence : StoreTest
{
    [Fact]
    public async Task is_refused_and_writes_nothing()
    {
        var fence = await History.CloseAsync(North, Cancel);
        var refusal = await Should.ThrowAsync<HistoryClosedException>(() => ImportAsync(Imports.Days(Home, fence, "woke up")));
        refusal.UpTo.ShouldBe(fence);
        (await CountStreamsAsync()).ShouldBe(0);
        (await CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task is_refused_before_it_too()
    {
        var fence = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<HistoryClosedException>(() => ImportAsync(Imports.Days(Home, fence - Duration.FromDays(1), "woke up")));
    }

    [Fact]
    public async Task is_refused_for_all_streams_when_one_is_too_early()
    {
        var fence = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<HistoryClosedException>(() =>
            ImportAsync(Imports.Days(Home, fence + Microseconds.One, "woke up"), Imports.Days(Work, fence, "arrived"))
        );
        (await CountStreamsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task works_a_microsecond_after_it()
    {
        var fence = await History.CloseAsync(North, Cancel);
        await ImportAsync(Imports.Days(Home, fence + Microseconds.One, "woke up"));
        (await ReadAsync(Home)).Single().RecordedAt().ShouldBe(fence + Microseconds.One);
    }

    [Fact]
    public async Task is_refused_less_than_a_microsecond_after_it_for_that_would_be_stored_as_at_it()
    {
        var fence = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<HistoryClosedException>(() =>
            ImportAsync(Imports.Days(Home, fence + Duration.FromNanoseconds(999), "woke up"))
        );
    }

    [Fact]
    public async Task cannot_be_smuggled_past_it_behind_a_later_event()
    {
        var fence = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<ArgumentException>(() =>
            ImportAsync(
                new StreamImport(
                    Home,
                    0,
                    [Imports.Event("woke up", fence + Microseconds.One), Imports.Event("had coffee", fence - Duration.FromDays(30))]
                )
            )
        );
        (await CountEventsAsync()).ShouldBe(0);
    }

    private Task ImportAsync(params StreamImport[] streams) => Writer.WriteAsync(Imports.Of(North, streams), Cancel);
}
