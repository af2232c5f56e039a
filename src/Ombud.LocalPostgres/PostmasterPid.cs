using System.Diagnostics;
using System.Globalization;

namespace Ombud.LocalPostgres;

/// <summary>What a running server says of itself in <c>postmaster.pid</c>. It needs no client, and the npm package has none.</summary>
internal sealed record PostmasterPid(int Pid, string DataPath, Address Address, bool Ready)
{
    /// <summary>Null if there is none.</summary>
    public static PostmasterPid? Read(DataFolder folder)
    {
        try
        {
            var text = File.ReadAllText(PathIn(folder));
            // Pid, data folder, start time, port, socket folder; later TCP address, shared memory, status.
            return
                text.Split('\n') is [var pid, var data, _, var port, var socket, .. var later]
                && int.TryParse(pid, CultureInfo.InvariantCulture, out var id)
                && int.TryParse(port, CultureInfo.InvariantCulture, out var number)
                ? new(
                    id,
                    data.Trim(),
                    new(socket.Trim() is { Length: > 0 } path ? path : Address.Loopback, number),
                    later.ElementAtOrDefault(2)?.Trim() == "ready"
                )
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static void Delete(DataFolder folder) => File.Delete(PathIn(folder));

    /// <summary>
    /// Whether the process of that number is still that server: after a crash the number may be another program's, or a zombie's.
    /// </summary>
    public bool IsRunning()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
                return false;
            // The command line names the data folder; of all that /proc has, it is what a root without capabilities may read too.
            return !OperatingSystem.IsLinux() || File.ReadAllText($"/proc/{Pid}/cmdline").Split('\0').Contains(DataPath);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string PathIn(DataFolder folder) => Path.Combine(folder.PgData, "postmaster.pid");
}
