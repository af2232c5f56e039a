namespace Ombud.LocalPostgres;

/// <summary>
/// The right to run a server on a data folder. The system takes it back when its holder dies, however it dies,
/// so a lock is never stale.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>The lock, or null while another holds it.</summary>
    public static FolderLock? TryTake(DataFolder folder)
    {
        try
        {
            return new(new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (HeldByAnother.Contains(held.HResult))
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
