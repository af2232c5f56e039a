using Marten;

namespace Ombud.Integrity.Tests.Appending;

/// <summary>With Marten's own session on our store: what it writes would have no seal.</summary>
public sealed class AppendingPastTheWriteSession : StoreTest
{
    public static TheoryData<string, Action<IDocumentSession>> Ways =>
        new()
        {
            { "a new stream", session => session.Events.StartStream(TestEvents.Diary, Work, TestEvents.Of("arrived")) },
            { "a stream that is there", session => session.Events.Append(Home, new SomethingHappened("left")) },
            { "a version that is expected", session => session.Events.Append(Home, 2, new SomethingHappened("left")) },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task is_refused_and_writes_nothing(string way, Action<IDocumentSession> append)
    {
        await AppendAsync(Home, "woke up");
        var before = await EverythingAsync();
        await using (var session = Documents.LightweightSession(North))
        {
            append(session);
            session.QueueSqlCommand("delete from ombud.mt_events");
            (await Should.ThrowAsync<InvalidOperationException>(() => session.SaveChangesAsync(Cancel))).Message.ShouldContain(
                "something_happened bears no seal",
                Case.Sensitive,
                way
            );
        }
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        (await EverythingAsync()).ShouldBe(before, way);
    }

    private async Task<List<string>> EverythingAsync() =>
        [
            .. await Database.ListAsync<string>("select s::text from ombud.mt_streams s order by s.id"),
            .. await Database.ListAsync<string>("select e::text from ombud.mt_events e order by e.seq_id"),
        ];
}
