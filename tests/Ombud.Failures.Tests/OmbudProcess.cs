using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ombud.Failures.Tests;

/// <summary>The built program, run as a process.</summary>
internal sealed class OmbudProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Ombud.Api.dll");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];
    private readonly Task _heard;

    private OmbudProcess(Process process)
    {
        _process = process;
        _heard = Task.WhenAll(HearAsync(process.StandardOutput), HearAsync(process.StandardError));
    }

    public int Pid => _process.Id;

    public bool HasEnded => _process.HasExited;

    public string Said => string.Join('\n', _said);

    public static OmbudProcess Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var unwanted in new[] { "OMBUD_DATA", "ConnectionStrings__Ombud", "ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS" })
            start.Environment.Remove(unwanted);
        // It lives for seconds: what the compiler learns in them is worth less than it costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public void Kill() => _process.Kill();

    public void Signal(string name) => Unix.Signal(name, Pid);

    /// <summary>Waits for the end, and fails where it does not come.</summary>
    public async Task<int> ExitCodeAsync()
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Eventually.Patience);
            await _heard.WaitAsync(Eventually.Patience);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"It did not end within {Eventually.Patience}:\n{Said}");
        }
        return _process.ExitCode;
    }

    /// <summary>Kills it where it still runs, and waits until it is gone.</summary>
    public async Task EndAsync()
    {
        if (!HasEnded)
            Kill();
        await ExitCodeAsync();
    }

    /// <summary>The one line with which a program should say why it does not go on.</summary>
    public string Complaint()
    {
        Said.ShouldNotContain("   at ");
        Said.ShouldNotContain("Unhandled");
        return _said.Where(line => line.StartsWith("ombud: ", StringComparison.Ordinal)).ShouldHaveSingleItem(Said);
    }

    public void Dispose() => _process.Dispose();

    private async Task HearAsync(StreamReader source)
    {
        while (await source.ReadLineAsync() is { } line)
            _said.Enqueue(line);
    }
}
