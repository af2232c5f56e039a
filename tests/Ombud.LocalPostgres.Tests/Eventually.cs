using System.Diagnostics;

namespace Ombud.LocalPostgres.Tests;

internal static class Eventually
{
    /// <summary>Waits up to ten seconds.</summary>
    public static async Task IsTrueAsync(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(20))
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), what);
    }

    /// <summary>A zombie, which nobody has collected yet, has ended too.</summary>
    public static bool HasEnded(int pid)
    {
        if (OperatingSystem.IsLinux())
            return !File.Exists($"/proc/{pid}/stat") || File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        return Process.GetProcesses().All(process => process.Id != pid);
    }
}
