namespace Ombud.Integrity.Tests.Reading;

public sealed class MeetingAnUnknownEvent : StoreTest
{
    [Fact]
    public async Task gives_its_data_as_stored()
    {
        await WriteAsync();
        await using var older = Happenings.OlderStoreOn(Database.Source);
        var events = await new TenantEventStore(older, Database.Source).FetchStreamAsync(North, Home, Cancel);
        events[0].Data.ShouldBe(new SomethingHappened("woke up"));
        events[1].Data.ShouldBe(new UnknownEvent("""{"howMuch": 3}"""));
        events[1].EventTypeName.ShouldBe("more_happened");
    }

    [Fact]
    public async Task lets_the_log_go_on()
    {
        await WriteAsync();
        await using var empty = Happenings.EmptyStoreOn(Database.Source);
        var events = await new LogReader(Database.Source, empty).EventuallyAsync(0, Cancel);
        events.Select(e => e.EventTypeName).ShouldBe(["something_happened", "more_happened"]);
        events.ShouldAllBe(e => e.Data is UnknownEvent);
    }

    private async Task WriteAsync()
    {
        await using var session = await OpenAsync(Home);
        session.Append(Home, Happenings.Diary, [new SomethingHappened("woke up"), new MoreHappened(3)]);
        await session.SaveChangesAsync(Cancel);
        // The older version has no such class.
        await Database.ExecuteAsync("update ombud.mt_events set mt_dotnet_type = 'Not.Yet.Thought, Not.Yet' where version = 2");
    }
}
