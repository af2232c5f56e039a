namespace Ombud.LocalPostgres.Tests;

public sealed class StartingOnAFolderThatIsInUse
{
    [Fact]
    public async Task is_refused_with_the_pid_of_the_other_process()
    {
        using var folder = new TestFolder();
        using var owner = await OwnerProcess.StartAsync(folder);
        var refusal = await folder.RefusalAsync();
        refusal.ShouldContain($"Another Ombud (pid {owner.Pid}) uses {folder.Path}");
        refusal.ShouldContain("--data");
    }

    [Fact]
    public async Task attaches_if_that_is_asked_for_and_leaves_the_server_running()
    {
        using var folder = new TestFolder();
        await using var first = await folder.StartAsync();
        await using (var beside = await folder.AttachOrStartAsync())
        {
            (await beside.AskAsync("select current_database()")).ShouldBe("ombud");
            beside.Version.ShouldBe(first.Version);
            beside.BinFolder.ShouldBe(first.BinFolder);
        }
        (await first.AskAsync("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task attaches_as_soon_as_the_other_is_ready()
    {
        using var folder = new TestFolder();
        var started = await Task.WhenAll(folder.AttachOrStartAsync(), folder.AttachOrStartAsync(), folder.AttachOrStartAsync());
        foreach (var server in started)
            (await server.AskAsync("select 1")).ShouldBe(1);
        foreach (var server in started)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task starts_when_nobody_is_there_to_attach_to()
    {
        using var folder = new TestFolder();
        int pid;
        await using (await folder.AttachOrStartAsync())
            pid = folder.ServerPid;
        Eventually.HasEnded(pid).ShouldBeTrue();
    }
}
