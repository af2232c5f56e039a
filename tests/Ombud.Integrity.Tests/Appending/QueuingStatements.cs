using Npgsql;

namespace Ombud.Integrity.Tests.Appending;

public sealed class QueuingStatements : StoreTest
{
    [Fact]
    public async Task runs_them_after_the_events_in_the_same_transaction()
    {
        await Database.ExecuteAsync("create table seen (events bigint)");
        await CommitAsync("insert into seen select count(*) from ombud.mt_events where xmin = pg_current_xact_id()::xid");
        (await Database.AskAsync<long>("select events from seen")).ShouldBe(1);
    }

    [Fact]
    public async Task undoes_the_events_when_one_fails()
    {
        await Should.ThrowAsync<PostgresException>(() => CommitAsync("select 1 / 0"));
        (await CountEventsAsync()).ShouldBe(0);
        (await CountStreamsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task runs_none_when_an_event_cannot_be_kept()
    {
        await Database.ExecuteAsync("create table seen (events bigint)");
        var refusal = await Should.ThrowAsync<PostgresException>(() => CommitAsync("insert into seen values (1)", what: "a zero byte: \0"));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.UntranslatableCharacter);
        (await Database.AskAsync<long>("select count(*) from seen")).ShouldBe(0);
        (await CountStreamsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task reports_a_taken_key_of_another_table_as_what_it_is()
    {
        await Database.ExecuteAsync("create table numbers (number int constraint one_of_each primary key)");
        await Database.ExecuteAsync("insert into numbers values (7)");
        var refusal = await Should.ThrowAsync<PostgresException>(() => CommitAsync("insert into numbers values (7)"));
        refusal.ConstraintName.ShouldBe("one_of_each");
    }

    private async Task CommitAsync(string sql, string what = "woke up")
    {
        await using var session = await OpenAsync(Home);
        session.Append(Home, TestEvents.Diary, TestEvents.Of(what));
        session.Queue(new NpgsqlBatchCommand(sql));
        await session.SaveChangesAsync(Cancel);
    }
}
