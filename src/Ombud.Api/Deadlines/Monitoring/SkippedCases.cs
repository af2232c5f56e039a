using System.Collections.Concurrent;
using Ombud.Api.Background;
using Ombud.Api.Http;
using Ombud.Integrity;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>
/// Cases that cannot be read, or fail otherwise, are skipped and named in the log, once a process, so that they stop no other.
/// </summary>
internal sealed class SkippedCases(UnreadableStreams unreadable, ILogger<SkippedCases> log)
{
    private readonly ConcurrentDictionary<string, bool> _told = [];

    /// <summary>What the work answers, or the default where it failed.</summary>
    /// <param name="about">Names in the log what it is about.</param>
    /// <exception cref="ClockAheadException">Nothing can be recorded there, whatever the case.</exception>
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
        catch (Exception e) when (e is not (OperationCanceledException or ClockAheadException) && !StopsAll(e))
        {
            if (_told.TryAdd(about, true))
                log.LogError(e, "The deadline monitor skips {About}, which failed.", about);
        }
        return default;
    }

    public void SkipMunicipality(string municipality, ClockAheadException why)
    {
        if (_told.TryAdd(municipality, true))
            log.LogError("The deadline monitor records nothing for {Municipality}: {Reason}", municipality, why.Message);
    }

    /// <summary>Whether the database fails for every case: one that others hold, or that takes too long, is its own matter.</summary>
    private static bool StopsAll(Exception e) =>
        StoreProblems.Of(e)?.Refusal is { } refusal
        && new[] { StoreProblems.DatabaseUnavailable, StoreProblems.DatabaseFull, StoreProblems.DatabaseReadOnly }.Any(all =>
            all.Code == refusal.Code
        );
}
