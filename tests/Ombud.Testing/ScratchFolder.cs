namespace Ombud.Testing;

/// <summary>Folders of test servers, and the removal of those that nobody uses any more.</summary>
internal static class ScratchFolder
{
    private const string Prefix = "ombud-tests-";
    private const string Memory = "/dev/shm";
    private const long EnoughMemory = 4L << 30;

    // A copy of a template is some hundred new files: 20 ms in memory, and half a second on some disks.
    private static string Parent =>
        OperatingSystem.IsLinux() && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= EnoughMemory
            ? Memory
            : Path.GetTempPath();

    public static string Create()
    {
        var parent = Parent;
        DeleteAbandoned(parent);
        var folder = Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(folder);
        return folder;
    }

    // A test process that was killed could not clean up after itself.
    private static void DeleteAbandoned(string parent)
    {
        foreach (var folder in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*"))
            try
            {
                // One that is just being made is not locked yet.
                if (folder.CreationTimeUtc > DateTime.UtcNow.AddMinutes(-10))
                    continue;
                using (File.Open(Path.Combine(folder.FullName, "ombud.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
                    folder.Delete(recursive: true);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Its process lives, or it is another user's.
            }
    }
}
