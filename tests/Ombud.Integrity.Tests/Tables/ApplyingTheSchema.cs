using Npgsql;
using Ombud.Testing;

namespace Ombud.Integrity.Tests.Tables;

public sealed class ApplyingTheSchema : StoreTest
{
    [Fact]
    public async Task again_changes_nothing()
    {
        await AppendAsync(Home, "woke up");
        await Schema.ApplyAsync(Database.Source, Cancel);
        (await ReadAsync(Home)).Whats().ShouldBe(["woke up"]);
        (await AppendAsync(Home, "had coffee")).ShouldBe((await ReadAsync(Home))[^1].RecordedAt());
    }

    [Fact]
    public async Task again_does_not_wait_for_who_is_writing()
    {
        await using var import = await RawTransaction.BeginAsync(Database);
        await import.WriteAsync(Work);
        await Schema.ApplyAsync(Database.Source, Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);
    }

    [Fact]
    public async Task from_eight_connections_at_once_works()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(Cancel);
        await using var source = NpgsqlDataSource.Create(empty.ConnectionString);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Schema.ApplyAsync(source, Cancel)));
        await using var command = source.CreateCommand(
            "select count(*) from pg_tables where schemaname = 'ombud' and tablename like 'mt\\_%'"
        );
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(4L);
    }
}
