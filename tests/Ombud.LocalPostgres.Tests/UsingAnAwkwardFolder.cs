namespace Ombud.LocalPostgres.Tests;

public sealed class UsingAnAwkwardFolder
{
    [Theory]
    [InlineData("a-very-long-path-as-they-occur-on-build-servers-in-folders-of-folders-of-folders-of-folders-of-folders")]
    [InlineData("blå mappe, med 'komma' og \"tegn\"")]
    public async Task works_with_a_socket_elsewhere(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no socket here, and no such names.");
        using var folder = new TestFolder();
        var options = folder.Options with { DataFolder = folder.In(name) };
        folder.LetOthersEnter();
        string socket;
        await using (var server = await LocalPostgresServer.StartAsync(options, TestContext.Current.CancellationToken))
        {
            (await server.AskAsync("select 1")).ShouldBe(1);
            socket = new DirectoryInfo(folder.In(name, "socket")).LinkTarget!;
            Directory.Exists(socket).ShouldBeTrue();
        }
        Directory.Exists(socket).ShouldBeFalse();
    }

    [Fact]
    public async Task is_refused_when_the_servers_user_may_not_enter_it()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess, "Only root starts the server as another user.");
        using var folder = new TestFolder();
        var refusal = await folder.RefusalAsync(options => options with { DataFolder = folder.In("closed") });
        refusal.ShouldContain($"may not enter {folder.In("closed")}");
        refusal.ShouldContain("--data");
    }

    [Fact]
    public async Task is_refused_when_it_cannot_be_made()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.In("file"), "");
        var refusal = await folder.RefusalAsync(options => options with { DataFolder = folder.In("file", "data") });
        refusal.ShouldContain("cannot be used for PostgreSQL");
        refusal.ShouldContain("OMBUD_DATA");
    }
}
