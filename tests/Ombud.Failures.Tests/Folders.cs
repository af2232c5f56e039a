namespace Ombud.Failures.Tests;

/// <summary>
/// Folders of data. In memory where there is some: what a killed process has written is there as on a disk, and no disk is waited for.
/// </summary>
internal static class Folders
{
    private const string Memory = "/dev/shm";
    private const long EnoughMemory = 4L << 30;

    public static string Create(string prefix)
    {
        if (!Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < EnoughMemory)
            return Directory.CreateTempSubdirectory(prefix).FullName;
        return Directory.CreateDirectory(Path.Combine(Memory, prefix + Guid.NewGuid().ToString("N")[..12])).FullName;
    }
}
