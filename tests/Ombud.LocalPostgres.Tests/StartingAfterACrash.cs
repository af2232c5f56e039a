using System.Diagnostics;
using System.Globalization;

namespace Ombud.LocalPostgres.Tests;

public sealed class StartingAfterACrash
{
    [Fact]
    public async Task of_the_server_recovers_what_was_committed()
    {
        using var folder = new TestFolder();
        await using (
            var first = await LocalPostgresServer.StartAsync(folder.Options with { Durable = true }, TestContext.Current.CancellationToken)
        )
        {
            await first.AskAsync("create table kept as select 42 as answer");
            using var postgres = Process.GetProcessById(folder.ServerPid);
            postgres.Kill();
        }
        await using var second = await folder.StartAsync();
        (await second.AskAsync("select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task is_not_misled_by_a_process_that_has_the_number_of_the_dead_server()
    {
        using var folder = new TestFolder();
        string notice;
        await using (await folder.StartAsync())
            notice = File.ReadAllText(folder.In("pgdata", "postmaster.pid"));
        var lines = notice.Split('\n');
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(folder.In("pgdata", "postmaster.pid"), string.Join('\n', lines));
        await using var second = await folder.StartAsync();
        (await second.AskAsync("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task of_the_owner_finds_that_the_server_has_ended_with_it()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && SearchPlaces.OfThisMachine().Program("setpriv") is not null,
            "Only Linux with setpriv binds the server to its owner."
        );
        using var folder = new TestFolder();
        using var owner = await OwnerProcess.StartAsync(folder);
        var server = folder.ServerPid;
        await owner.KillAsync();
        await Eventually.IsTrueAsync(() => Eventually.HasEnded(server), "the server ends with its owner");
        await using var next = await folder.StartAsync();
        (await next.AskAsync("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task of_the_owner_ends_the_orphaned_server_first()
    {
        using var folder = new TestFolder();
        using var owner = await OwnerProcess.StartAsync(folder, "orphan");
        var orphan = folder.ServerPid;
        await owner.KillAsync();
        Eventually.HasEnded(orphan).ShouldBeFalse();
        await using var next = await folder.StartAsync();
        Eventually.HasEnded(orphan).ShouldBeTrue();
        (await next.AskAsync("select 1")).ShouldBe(1);
    }
}
