namespace Ombud.LocalPostgres;

/// <summary>The server's log, whose last lines explain a failed start.</summary>
internal sealed class LogFile : IDisposable
{
    private const long Large = 16 * 1024 * 1024;
    private const int LinesKept = 12;

    private readonly StreamWriter writer;
    private readonly Queue<string> last = new();

    public LogFile(DataFolder folder)
    {
        var mode = File.Exists(folder.Log) && new FileInfo(folder.Log).Length < Large ? FileMode.Append : FileMode.Create;
        writer = new(new FileStream(folder.Log, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }

    public string LastLines
    {
        get
        {
            lock (last)
                return string.Join('\n', last);
        }
    }

    /// <summary>Copies all that comes from a stream of the server's, to its end.</summary>
    public async Task CopyAsync(StreamReader source)
    {
        while (await source.ReadLineAsync() is { } line)
            lock (last)
            {
                last.Enqueue(line);
                if (last.Count > LinesKept)
                    last.Dequeue();
                // A full disk must not end the copying: the server would block on a full pipe.
                try
                {
                    writer.WriteLine(line);
                }
                catch (Exception lost) when (lost is IOException or ObjectDisposedException) { }
            }
    }

    public void Dispose()
    {
        lock (last)
            writer.Dispose();
    }
}
