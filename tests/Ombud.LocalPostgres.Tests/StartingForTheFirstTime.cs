namespace Ombud.LocalPostgres.Tests;

public sealed class StartingForTheFirstTime
{
    [Fact]
    public async Task gives_a_server_with_the_database_ombud()
    {
        using var folder = new TestFolder();
        await using var server = await folder.StartAsync();
        (await server.AskAsync("select current_database() || ' ' || current_user")).ShouldBe("ombud ombud");
        ((string)(await server.AskAsync("show server_version"))!).ShouldStartWith(server.Version);
        Directory.Exists(server.BinFolder).ShouldBeTrue();
    }

    [Fact]
    public async Task knows_the_letters_of_the_north()
    {
        using var folder = new TestFolder();
        await using var server = await folder.StartAsync();
        (await server.AskAsync("show server_encoding")).ShouldBe("UTF8");
        (await server.AskAsync("select lower('ÆØÅ')")).ShouldBe("æøå");
    }

    [Fact]
    public async Task listens_on_no_port()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has a port instead of a socket.");
        using var folder = new TestFolder();
        await using var server = await folder.StartAsync();
        (await server.AskAsync("show listen_addresses")).ShouldBe("");
        folder.Rights("socket").ShouldBe("700");
    }

    [Fact]
    public async Task says_what_it_does_and_leaves_nothing_running()
    {
        var said = new List<string>();
        using var folder = new TestFolder();
        int pid;
        await using (await LocalPostgresServer.StartAsync(folder.Options with { Log = said.Add }, TestContext.Current.CancellationToken))
            pid = folder.ServerPid;
        Eventually.HasEnded(pid).ShouldBeTrue();
        said.Count.ShouldBe(2);
        said[0].ShouldStartWith("Making a PostgreSQL");
        File.ReadAllText(folder.In("postgres.log")).ShouldContain("database system is shut down");
        Directory.Exists(folder.In("socket")).ShouldBeFalse();
    }
}
