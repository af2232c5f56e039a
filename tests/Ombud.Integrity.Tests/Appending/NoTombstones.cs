using Npgsql;

namespace Ombud.Integrity.Tests.Appending;

/// <summary>
/// Marten marks the places in the log of a save that failed with events of its own, in a stream without a type, from a worker in the
/// background. They have no seal, and here nobody needs them.
/// </summary>
public sealed class NoTombstones : StoreTest
{
    private static readonly TimeSpan MartenIsQuick = TimeSpan.FromSeconds(2);

    /// <summary>Ways in which a save fails, and what its caller is told.</summary>
    private Dictionary<string, (Type Thrown, Func<Guid, Task> Save)> Ways =>
        new()
        {
            ["a key of another table is taken"] = (
                typeof(PostgresException),
                stream => SaveAsync(stream, "insert into numbers values (7)")
            ),
            ["a statement fails"] = (typeof(PostgresException), stream => SaveAsync(stream, "select 1 / 0")),
            ["a statement cannot be understood"] = (typeof(PostgresException), stream => SaveAsync(stream, "no statement at all")),
            ["the events cannot be kept"] = (typeof(PostgresException), stream => SaveAsync(stream, "select 1", what: "a zero byte: \0")),
            ["another creates the stream first"] = (typeof(StreamConflictException), LoseAsync),
            ["it is called off before"] = (typeof(OperationCanceledException), stream => CallOffAsync(stream, 0)),
            ["it is called off while it runs"] = (typeof(OperationCanceledException), stream => CallOffAsync(stream, 200)),
            ["its connection breaks"] = (typeof(PostgresException), BreakAsync),
        };

    [Fact]
    public async Task are_left_by_a_save_that_failed()
    {
        await Database.ExecuteAsync("create table numbers (number int primary key); insert into numbers values (7)");
        var number = 10;
        foreach (var (way, (told, save)) in Ways)
        {
            var (unborn, begun) = (Stream(number++), Stream(number++));
            await AppendAsync(begun, "began");
            (await Refusal.OfAsync(() => save(unborn))).ShouldBeAssignableTo(told, $"{way}, for a stream that is new");
            if (told != typeof(StreamConflictException))
                (await Refusal.OfAsync(() => save(begun))).ShouldBeAssignableTo(told, $"{way}, for a stream that is there");
            await NothingIsLeftAsync(way);
        }
        await Task.Delay(MartenIsQuick, Cancel);
        await NothingIsLeftAsync("any of them, some seconds later");
    }

    private async Task NothingIsLeftAsync(string way)
    {
        const string Others = "select data::text from ombud.mt_events where headers is null or data ->> 'what' <> 'began'";
        (await Database.ListAsync<string>(Others)).ShouldBeEmpty(way);
        (await Database.ListAsync<Guid>("select id from ombud.mt_streams where type is null or version <> 1")).ShouldBeEmpty(way);
    }

    private async Task SaveAsync(Guid stream, string statement, string what = "went on", CancellationToken cancel = default)
    {
        await using var session = await OpenAsync(stream);
        session.Append(stream, TestEvents.Diary, TestEvents.Of(what));
        session.Queue(new(statement));
        await session.SaveChangesAsync(cancel);
    }

    private async Task LoseAsync(Guid stream)
    {
        await using var slow = await OpenAsync(stream);
        await AppendAsync(stream, "began");
        slow.Append(stream, TestEvents.Diary, TestEvents.Of("the slow one began"));
        await slow.SaveChangesAsync(Cancel);
    }

    private async Task CallOffAsync(Guid stream, int milliseconds)
    {
        using var impatient = new CancellationTokenSource();
        if (milliseconds == 0)
            await impatient.CancelAsync();
        else
            impatient.CancelAfter(milliseconds);
        await SaveAsync(stream, "select pg_sleep(20)", cancel: impatient.Token);
    }

    private Task BreakAsync(Guid stream) => SaveAsync(stream, "select pg_terminate_backend(pg_backend_pid())");
}
