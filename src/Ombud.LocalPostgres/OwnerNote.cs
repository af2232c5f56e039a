using System.Globalization;

namespace Ombud.LocalPostgres;

/// <summary>Who runs the server of a data folder, and with which binaries. A file of its own, since a locked one cannot be read.</summary>
internal sealed record OwnerNote(int Pid, string Version, string BinFolder)
{
    public static void WriteBeforeStart(DataFolder folder) => new OwnerNote(Environment.ProcessId, "", "").Write(folder);

    public void Write(DataFolder folder) =>
        File.WriteAllLines(folder.Owner, [Pid.ToString(CultureInfo.InvariantCulture), Version, BinFolder]);

    /// <summary>Null if there is none, or only half of it yet.</summary>
    public static OwnerNote? Read(DataFolder folder)
    {
        try
        {
            return
                File.ReadAllLines(folder.Owner) is [var pid, var version, var bin]
                && int.TryParse(pid, CultureInfo.InvariantCulture, out var number)
                ? new(number, version, bin)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The refusal for who comes second.</summary>
    public static LocalPostgresException InUse(DataFolder folder) =>
        new(
            $"Another Ombud{(Read(folder) is { } owner ? $" (pid {owner.Pid})" : "")} uses {folder.Path}. "
                + "Stop it, or choose another folder with --data DIR or OMBUD_DATA."
        );
}
