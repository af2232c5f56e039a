using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ombud.Failures.Tests;

/// <summary>A data folder, and the processes that work on it. Nothing of it outlives the test.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    public static readonly string Drammen = Path.Combine(AppContext.BaseDirectory, "demo", "drammen.json");

    private readonly List<OmbudProcess> _processes = [];

    public Workplace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Url = new($"http://127.0.0.1:{FreePort()}");
        Store = new(Data);
    }

    public string Data { get; } = Folders.Create("ombud-failures-");

    public Uri Url { get; }

    public Store Store { get; }

    /// <summary>The number of the server's process, as PostgreSQL notes it; null where there is none.</summary>
    public int? ServerPid
    {
        get
        {
            var note = Path.Combine(Data, "pgdata", "postmaster.pid");
            return File.Exists(note) ? int.Parse(File.ReadLines(note).First(), CultureInfo.InvariantCulture) : null;
        }
    }

    public string In(string name) => Path.Combine(Data, name);

    /// <summary>Runs a verb on the data folder.</summary>
    public OmbudProcess Run(params string[] verb) => Run(verb, []);

    public OmbudProcess Run(string[] verb, params (string Name, string Value)[] environment)
    {
        var process = OmbudProcess.Start([.. verb, "--data", Data], environment);
        _processes.Add(process);
        return process;
    }

    public async Task<string> RunToEndAsync(params string[] verb)
    {
        var process = Run(verb);
        (await process.ExitCodeAsync()).ShouldBe(0, process.Said);
        return process.Said;
    }

    /// <summary>A server that serves.</summary>
    public Task<OmbudProcess> UpAsync() => UpAsync([]);

    /// <summary>A server that was there before. It looks for nothing that its demo may lack.</summary>
    public Task<OmbudProcess> UpAgainAsync() => UpAsync(["--no-demo"]);

    private async Task<OmbudProcess> UpAsync(string[] more)
    {
        var up = Run(["up", "--urls", Url.ToString(), .. more]);
        await Eventually.IsTrueAsync(() => up.HasEnded || up.Said.Contains("Swagger UI", StringComparison.Ordinal), "the API serves");
        up.HasEnded.ShouldBeFalse(up.Said);
        return up;
    }

    /// <summary>PostgreSQL has ended in order, so that whatever comes next can use the folder at once.</summary>
    public void ShouldBeFree(int server)
    {
        Unix.HasEnded(server).ShouldBeTrue("PostgreSQL ends with the process that started it");
        File.Exists(In("ombud.owner")).ShouldBeFalse();
        File.Exists(Path.Combine(Data, "pgdata", "postmaster.pid")).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.EndAsync();
            process.Dispose();
        }
        if (ServerPid is { } server)
            await Eventually.IsTrueAsync(() => Unix.HasEnded(server), "PostgreSQL ends with its owner");
        Directory.Delete(Data, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
