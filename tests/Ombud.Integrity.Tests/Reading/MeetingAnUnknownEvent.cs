namespace Ombud.Integrity.Tests.Reading;

public sealed class MeetingAnUnknownEvent : StoreTest
{
    [Fact]
    public async Task gives_its_data_as_stored()
    {
        await WriteAsync();
        var older = new TenantEventStore(Database.Source, Happenings.OlderTypes);
        var events = await older.FetchStreamAsync(North, Home, Cancel);
        events[0].Data.ShouldBe(new SomethingHappened("woke up"));
        events[1].Data.ShouldBe(new UnknownEvent("""{"howMuch": 3}"""));
        events[1].Type.ShouldBe("more_happened");
    }

    [Fact]
    public async Task lets_the_log_go_on()
    {
        await WriteAsync();
        var events = await new LogReader(Database.Source, new EventTypes()).EventuallyAsync(0, Cancel);
        events.Select(e => e.Type).ShouldBe(["something_happened", "more_happened"]);
        events.ShouldAllBe(e => e.Data is UnknownEvent);
    }

    private async Task WriteAsync()
    {
        await using var session = await OpenAsync(Home);
        session.Append(Home, Happenings.Diary, [new SomethingHappened("woke up"), new MoreHappened(3)]);
        await session.SaveChangesAsync(Cancel);
    }
}
