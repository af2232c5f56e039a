using System.Diagnostics;
using System.Globalization;

namespace Ombud.Failures.Tests;

/// <summary>Processes and signals.</summary>
internal static class Unix
{
    public static void Signal(string name, int pid)
    {
        using var kill = Process.Start("kill", ["-s", name, pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>A zombie, which nobody has collected yet, has ended too.</summary>
    public static bool HasEnded(int pid)
    {
        if (OperatingSystem.IsLinux())
            return !File.Exists($"/proc/{pid}/stat") || File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        return Process.GetProcesses().All(process => process.Id != pid);
    }
}
