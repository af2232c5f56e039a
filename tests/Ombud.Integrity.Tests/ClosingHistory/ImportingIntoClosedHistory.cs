using NodaTime;

namespace Ombud.Integrity.Tests.ClosingHistory;

public sealed class ImportingIntoClosedHistory : StoreTest
{
    [Fact]
    public async Task at_the_moment_it_closes_up_to_is_refused_and_writes_nothing()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        var refusal = await Should.ThrowAsync<HistoryClosedException>(() => ImportAsync(Imports.Days(Home, closedUpTo, "woke up")));
        refusal.UpTo.ShouldBe(closedUpTo);
        (await CountStreamsAsync()).ShouldBe(0);
        (await CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task is_refused_for_a_time_before_the_closing_too()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<HistoryClosedException>(() =>
            ImportAsync(Imports.Days(Home, closedUpTo - Duration.FromDays(1), "woke up"))
        );
    }

    [Fact]
    public async Task is_refused_for_all_streams_when_one_is_too_early()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<HistoryClosedException>(() =>
            ImportAsync(Imports.Days(Home, closedUpTo + Microseconds.One, "woke up"), Imports.Days(Work, closedUpTo, "arrived"))
        );
        (await CountStreamsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task works_a_microsecond_after_the_closing()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        await ImportAsync(Imports.Days(Home, closedUpTo + Microseconds.One, "woke up"));
        (await ReadAsync(Home)).Single().RecordedAt().ShouldBe(closedUpTo + Microseconds.One);
    }

    [Fact]
    public async Task is_refused_less_than_a_microsecond_after_the_closing_because_it_would_be_stored_as_that_moment()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<HistoryClosedException>(() =>
            ImportAsync(Imports.Days(Home, closedUpTo + Duration.FromNanoseconds(999), "woke up"))
        );
    }

    [Fact]
    public async Task is_refused_when_an_early_event_follows_a_later_one()
    {
        var closedUpTo = await History.CloseAsync(North, Cancel);
        await Should.ThrowAsync<ArgumentException>(() =>
            ImportAsync(
                new StreamImport(
                    Home,
                    0,
                    [
                        Imports.Event("woke up", closedUpTo + Microseconds.One),
                        Imports.Event("had coffee", closedUpTo - Duration.FromDays(30)),
                    ]
                )
            )
        );
        (await CountEventsAsync()).ShouldBe(0);
    }

    private Task ImportAsync(params StreamImport[] streams) => Writer.WriteAsync(Imports.Of(North, streams), Cancel);
}
