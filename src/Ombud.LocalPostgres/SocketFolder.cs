using System.Text;

namespace Ombud.LocalPostgres;

/// <summary>
/// The folder of the server's socket, closed to everyone but the server's user. The socket asks for no password, so the folder is what
/// guards it.
/// </summary>
internal static class SocketFolder
{
    // A socket's path may have 103 bytes on macOS and 107 on Linux, the last 19 of which are "/.s.PGSQL.12345" and a margin.
    private const int LongestPath = 84;

    /// <summary>Makes it anew: in the data folder if its path is short and plain, else in the temp folder with a link to it.</summary>
    public static async Task<string> MakeAsync(DataFolder folder, ServerUser user, CancellationToken cancellation)
    {
        Remove(folder);
        var path = folder.Socket;
        if (Fits(path))
            CreatePrivate(path);
        else
            Directory.CreateSymbolicLink(folder.Socket, path = Directory.CreateTempSubdirectory("ombud-").FullName);
        await user.GiveAsync(path, cancellation);
        await user.MustEnterAsync(path, DataFolder.Remedy, cancellation);
        return path;
    }

    public static void Remove(DataFolder folder)
    {
        var entry = new DirectoryInfo(folder.Socket);
        if (entry.LinkTarget is { } elsewhere)
        {
            // It went with a restart or a clean-up of the temp folder, and its name may be somebody else's by now.
            try
            {
                Empty(elsewhere);
            }
            catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException) { }
            // As a file: a link whose folder is gone is no folder.
            File.Delete(folder.Socket);
        }
        else if (entry.Exists)
            Empty(folder.Socket);
    }

    private static void Empty(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path, ".s.PGSQL.*"))
            File.Delete(file);
        Directory.Delete(path);
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Npgsql reads a comma as the end of a host and a colon as the start of a port; PostgreSQL splits at commas and quotes.
    private static bool Fits(string path) =>
        Encoding.UTF8.GetByteCount(path) <= LongestPath && path.IndexOfAny([',', ':', ';', '"', '\'']) < 0;
}
