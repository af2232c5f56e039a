using Npgsql;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.Tables;

public sealed class ApplyingTheSchema : StoreTest
{
    [Fact]
    public async Task again_changes_nothing()
    {
        await AppendAsync(Home, "woke up");
        await Schema.ApplyAsync(Documents, Database.Source, Cancel);
        (await ReadAsync(Home)).Whats().ShouldBe(["woke up"]);
        (await AppendAsync(Home, "had coffee")).ShouldBe((await ReadAsync(Home))[^1].RecordedAt());
    }

    [Fact]
    public async Task again_does_not_wait_for_sessions_that_are_writing()
    {
        await using var import = await RawTransaction.BeginAsync(Database);
        await import.WriteAsync(Work);
        await Schema.ApplyAsync(Documents, Database.Source, Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);
    }

    [Fact]
    public async Task from_eight_connections_at_once_works()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(Cancel);
        await using var source = PostgresDataSource.Create(empty.ConnectionString);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    await using var documents = TestEvents.StoreOn(source);
                    await Schema.ApplyAsync(documents, source, Cancel);
                })
        );
        await using var command = source.CreateCommand(
            "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'ombud' and tablename like 'mt\\_%'"
        );
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(
            "mt_doc_deadletterevent mt_event_progression mt_event_projection_floors mt_events mt_high_water_skips mt_streams"
        );
    }
}
