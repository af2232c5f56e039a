namespace Ombud.LocalPostgres.Tests;

public sealed class StartingAgain
{
    [Fact]
    public async Task keeps_the_data()
    {
        using var folder = new TestFolder();
        await using (var first = await folder.StartAsync())
            await first.AskAsync("create table kept as select 42 as answer");
        await using var second = await folder.StartAsync();
        (await second.AskAsync("select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task makes_the_data_anew_when_the_first_time_was_interrupted()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.In("pgdata.new", "base"));
        File.WriteAllText(folder.In("pgdata.new", "PG_VERSION"), "15");
        await using var server = await folder.StartAsync();
        (await server.AskAsync("select 1")).ShouldBe(1);
        Directory.Exists(folder.In("pgdata.new")).ShouldBeFalse();
    }

    [Fact]
    public async Task is_refused_on_a_folder_that_holds_something_else()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.In("pgdata"));
        File.WriteAllText(folder.In("pgdata", "diary.txt"), "dear diary");
        (await folder.RefusalAsync()).ShouldContain("is not a PostgreSQL data folder");
        File.Exists(folder.In("pgdata", "diary.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task is_refused_with_both_versions_when_another_version_made_the_data()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.In("pgdata"));
        File.WriteAllText(folder.In("pgdata", "PG_VERSION"), "9.6\n");
        var refusal = await folder.RefusalAsync();
        refusal.ShouldContain("made by PostgreSQL 9, and this machine has");
        refusal.ShouldContain("pg_upgrade");
    }
}
