using System.Collections.Concurrent;
using Ombud.Integrity;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>Cases that cannot be read are skipped and named in the log, once a process, so that they stop no other case.</summary>
internal sealed class UnreadableCases(ILogger<UnreadableCases> log)
{
    private readonly ConcurrentDictionary<(string Tenant, Guid Stream), long> _known = [];

    /// <summary>What the work answers, or the default where the case cannot be read.</summary>
    public async Task<T?> SkipAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (UnreadableEventException e)
        {
            if (_known.TryAdd((e.Tenant, e.Stream), e.Version))
                log.LogError("The deadline monitor skips a case: {Reason}", e.Message);
            return default;
        }
    }
}
