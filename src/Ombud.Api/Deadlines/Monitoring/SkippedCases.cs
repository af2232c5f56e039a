using System.Collections.Concurrent;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Integrity;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>Cases that cannot be read, or fail otherwise, are skipped and named in the log, once a process, so that they stop no other.</summary>
internal sealed class SkippedCases(UnreadableStreams unreadable, ILogger<SkippedCases> log)
{
    private readonly ConcurrentDictionary<string, bool> _failed = [];

    /// <summary>What the work answers, or the default where it failed.</summary>
    /// <param name="about">Names in the log what it is about.</param>
    public async Task<T?> TryAsync<T>(string about, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (UnreadableEventException e)
        {
            unreadable.Add(e);
        }
        catch (Exception e) when (e is not (NpgsqlException or OperationCanceledException or ClockAheadException))
        {
            if (_failed.TryAdd(about, true))
                log.LogError(e, "The deadline monitor skips {About}, which failed.", about);
        }
        return default;
    }
}
