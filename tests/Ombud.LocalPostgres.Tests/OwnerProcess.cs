using System.Diagnostics;
using Ombud.LocalPostgres;
using Ombud.LocalPostgres.Tests;

// Run as "own FOLDER [orphan]" this program owns a server until it is killed; else it runs the tests.
if (args is ["own", var path, .. var more])
{
    await using var server = await LocalPostgresServer.StartAsync(new(path) { Durable = false, EndsWithOwner = more is not ["orphan"] });
    Console.WriteLine("ready");
    Console.ReadLine();
    return 0;
}
return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);

/// <summary>Another process that owns a server, to be killed.</summary>
internal sealed class OwnerProcess : IDisposable
{
    private readonly Process process;

    private OwnerProcess(Process process) => this.process = process;

    public int Pid => process.Id;

    public static async Task<OwnerProcess> StartAsync(TestFolder folder, params string[] more)
    {
        var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["own", folder.Path, .. more])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return new(process);
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
