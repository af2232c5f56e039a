using Npgsql;

namespace Ombud.Integrity.Tests.Appending;

public sealed class LeavingASessionWithoutCommit : StoreTest
{
    [Fact]
    public async Task writes_nothing_and_leaves_no_transaction_open()
    {
        await using var source = OneConnection();
        await AbandonAsync(source);
        (await StateAsync()).ShouldBe("idle");
        (
            await Database.AskAsync<long>(
                "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from "
                    + "pg_database where datname = current_database())"
            )
        ).ShouldBe(0);
        (await CountStreamsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task leaves_the_connection_usable()
    {
        await using var source = OneConnection();
        await AbandonAsync(source);
        await using (var session = await new TenantEventStore(Documents, source).OpenAsync(new(North, [Home], Someone), Cancel))
        {
            session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up after all"));
            await session.SaveChangesAsync(Cancel);
        }
        (await ReadAsync(Home)).Whats().ShouldBe(["woke up after all"]);
    }

    [Fact]
    public async Task because_opening_was_cancelled_leaves_no_transaction_open_either()
    {
        await AppendAsync(Home, "woke up");
        await using var source = OneConnection();
        await using (await OpenAsync(Home))
        {
            using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var opening = new TenantEventStore(Documents, source).OpenAsync(new(North, [Home], Someone), impatient.Token);
            await Database.WaitForALockAsync(Cancel);
            await impatient.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => opening);
        }
        (await StateAsync()).ShouldBe("idle");
        await AbandonAsync(source);
    }

    private async Task AbandonAsync(NpgsqlDataSource source)
    {
        await using var session = await new TenantEventStore(Documents, source).OpenAsync(new(North, [Home], Someone), Cancel);
        session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up"));
    }

    private NpgsqlDataSource OneConnection() =>
        Database.Connect(settings => (settings.ApplicationName, settings.MaxPoolSize) = ("writer", 1));

    private Task<string> StateAsync() => Database.AskAsync<string>("select state from pg_stat_activity where application_name = 'writer'");
}
