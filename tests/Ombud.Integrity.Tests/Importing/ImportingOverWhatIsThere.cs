using NodaTime;

namespace Ombud.Integrity.Tests.Importing;

public sealed class ImportingOverWhatIsThere : StoreTest
{
    private static readonly Instant Monday = Instant.FromUtc(2023, 5, 1, 8, 0);
    private static readonly Instant Friday = Instant.FromUtc(2023, 5, 5, 8, 0);

    public static TheoryData<string, long, Instant> Wrong =>
        new()
        {
            { "a new stream", 0, Friday },
            { "a version too low", 1, Friday },
            { "a version too high", 3, Friday },
            { "a moment before the newest", 2, Monday },
            { "the very moment of the newest", 2, Monday + Duration.FromDays(1) },
            { "less than a microsecond after the newest", 2, Monday + Duration.FromDays(1) + Duration.FromNanoseconds(999) },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task with_a_wrong_expectation_is_a_conflict_and_changes_nothing(string expectation, long version, Instant at)
    {
        await ImportAsync(Imports.Days(Home, Monday, "woke up", "had coffee"));
        var before = await EverythingAsync();
        await Should.ThrowAsync<StreamConflictException>(
            () => ImportAsync(Imports.Days(Work, Friday, "arrived"), Imports.Days(Home, version, at, "left")),
            expectation
        );
        (await EverythingAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task that_was_to_be_there_and_is_not_is_a_conflict_and_changes_nothing()
    {
        await Should.ThrowAsync<StreamConflictException>(() =>
            ImportAsync(Imports.Days(Work, Friday, "arrived"), Imports.Days(Home, 2, Friday, "left"))
        );
        (await EverythingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task leaves_the_connection_usable_after_a_conflict()
    {
        await using var source = Database.Connect(settings => settings.MaxPoolSize = 1);
        var writer = new BulkWriter(source, Documents);
        var morning = Imports.Of(North, Imports.Days(Home, Monday, "woke up"));
        await writer.WriteAsync(morning, Cancel);
        await Should.ThrowAsync<StreamConflictException>(() => writer.WriteAsync(morning, Cancel));
        await writer.WriteAsync(Imports.Of(North, Imports.Days(Home, 1, Friday, "left")), Cancel);
        (await ReadAsync(Home)).Whats().ShouldBe(["woke up", "left"]);
    }

    [Fact]
    public async Task in_another_order_at_the_same_time_never_ends_in_a_circle_of_waiting()
    {
        await Database.SlowDownNewStreamsAsync();
        var (home, work) = (Imports.Days(Home, Monday, "woke up"), Imports.Days(Work, Monday, "arrived"));
        var refusals = await Task.WhenAll(Refusal.OfAsync(() => ImportAsync(home, work)), Refusal.OfAsync(() => ImportAsync(work, home)));
        refusals.Where(refusal => refusal is not null).ShouldHaveSingleItem().ShouldBeOfType<StreamConflictException>();
    }

    private Task ImportAsync(params StreamImport[] streams) => Writer.WriteAsync(Imports.Of(North, streams), Cancel);

    private async Task<List<string>> EverythingAsync() =>
        [
            .. await Database.ListAsync<string>("select s::text from ombud.mt_streams s order by s.id"),
            .. await Database.ListAsync<string>("select e::text from ombud.mt_events e order by e.seq_id"),
        ];
}
