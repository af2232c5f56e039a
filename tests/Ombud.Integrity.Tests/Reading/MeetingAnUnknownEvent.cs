using JasperFx.Events;
using Marten;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Reading;

/// <summary>A newer version wrote it; an older one, on another node, reads it.</summary>
public sealed class MeetingAnUnknownEvent : StoreTest
{
    private const string Unknown = """{"note": "Æ står på øya", "howMuch": 3}""";

    private const string AsItWas = "the class that it was, which has no stored name";
    private const string Nothing = "nothing";

    /// <summary>What may stand in mt_dotnet_type.</summary>
    public static TheoryData<string> Classes =>
        ["Not.Yet.Thought, Not.Yet", "Ombud.Integrity.Tests.NotYetThought, Ombud.Integrity.Tests", AsItWas, "", Nothing];

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task gives_its_data_as_stored(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        ShouldBeRead(await new TenantEventStore(older, Database.Source).FetchStreamAsync(North, Home, Cancel));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task gives_it_among_many_streams_too(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        var events = await new TenantEventStore(older, Database.Source).FetchStreamsAsync(North, [Home, Work], Cancel);
        ShouldBeRead(events.Where(e => e.StreamId == Home));
        events[^1].Data.ShouldBe(new SomethingHappened("arrived"));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task gives_it_among_all_streams_too(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        var all = new EventRows(older).ReadAsync(connection, TestEvents.Diary.Alias(), StreamRange.All(North), Cancel);
        ShouldBeRead((await all.ToListAsync(Cancel)).Where(e => e.StreamId == Home));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task gives_it_to_a_session_that_writes_and_lets_the_stream_continue(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        var store = new TenantEventStore(older, Database.Source);
        await using (var session = await store.OpenAsync(new(North, [Home], Someone), Cancel))
        {
            ShouldBeRead(session.Events(Home));
            session.Append(Home, TestEvents.Diary, TestEvents.Of("left"));
            await session.SaveChangesAsync(Cancel);
        }
        var events = await store.FetchStreamAsync(North, Home, Cancel);
        ShouldBeRead(events.Take(3));
        events[3].Data.ShouldBe(new SomethingHappened("left"));
        // Its class was changed by SQL, which its own seal covers; what follows it is whole.
        var found = await new Verifier(Database.Source).RunAsync(North, new Dictionary<int, string>(), null, Cancel);
        found.Broken.Where(each => (each.Version, each.Damage) != (2, Damage.Changed)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task gives_it_to_a_session_that_catches_up_on_another_stream(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        await using var session = await new TenantEventStore(older, Database.Source).OpenAsync(
            new(North, [Work], Someone, new Dictionary<Guid, long> { [Home] = 0 }),
            Cancel
        );
        ShouldBeRead(session.Events(Home));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task lets_the_tenants_other_streams_be_read(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        var store = new TenantEventStore(older, Database.Source);
        (await store.FetchStreamAsync(North, Home, Cancel)).Count.ShouldBe(3);
        (await store.FetchStreamAsync(North, Work, Cancel)).Whats().ShouldBe(["arrived"]);
        (await store.FetchStreamsAsync(North, [Work], Cancel)).Whats().ShouldBe(["arrived"]);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task reads_alike_on_every_path_whichever_came_first(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        var store = new TenantEventStore(older, Database.Source);
        for (var round = 0; round < 2; round++)
        {
            ShouldBeRead(await store.FetchStreamAsync(North, Home, Cancel));
            ShouldBeRead(await store.FetchStreamsAsync(North, [Home], Cancel));
        }
    }

    [Fact]
    public async Task of_several_types_tells_them_apart()
    {
        await WriteAsync(Nothing);
        await Database.ExecuteAsync("update ombud.mt_events set type = 'yet_more_happened' where version = 3");
        await using var older = TestEvents.OlderStoreOn(Database.Source);
        var events = await new TenantEventStore(older, Database.Source).FetchStreamAsync(North, Home, Cancel);
        events.Select(e => e.EventTypeName).ShouldBe(["something_happened", "more_happened", "yet_more_happened"]);
        events.Skip(1).ShouldAllBe(e => e.Data is UnknownEvent);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task lets_the_log_go_on(string dotnetType)
    {
        await WriteAsync(dotnetType);
        await using var empty = TestEvents.EmptyStoreOn(Database.Source);
        var events = await new LogReader(Database.Source, empty).EventuallyAsync(0, Cancel);
        events.Select(e => e.EventTypeName).ShouldBe(["something_happened", "more_happened", "more_happened", "something_happened"]);
        events.ShouldAllBe(e => e.Data is UnknownEvent);
    }

    private static void ShouldBeRead(IEnumerable<IEvent> events)
    {
        var read = events.ToList();
        read.Select(e => e.Data)
            .ShouldBe([new SomethingHappened("woke up"), new UnknownEvent(Unknown), new UnknownEvent("""{"howMuch": 4}""")]);
        read.Select(e => e.EventTypeName).ShouldBe(["something_happened", "more_happened", "more_happened"]);
        read.Versions().ShouldBe([1, 2, 3]);
        read.ShouldAllBe(e => Seal.Of(e) != null);
    }

    private async Task WriteAsync(string dotnetType)
    {
        await using (var session = await OpenAsync(Home))
        {
            session.Append(
                Home,
                TestEvents.Diary,
                [new SomethingHappened("woke up"), new MoreHappened(3, "Æ står på øya"), new MoreHappened(4)]
            );
            await session.SaveChangesAsync(Cancel);
        }
        await AppendAsync(Work, "arrived");
        if (dotnetType != AsItWas)
            await Database.ExecuteAsync(
                $"update ombud.mt_events set mt_dotnet_type = nullif($1, '{Nothing}') where type = 'more_happened'",
                dotnetType
            );
    }
}
