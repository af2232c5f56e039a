using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Http;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>Puts on record every response whose last day has ended, also those of days on which nothing ran.</summary>
internal sealed class OverdueJob(EndedDeadlines deadlines, CaseHandler handler, SkippedCases skipped, DatabaseClock database, IClock clock)
{
    private const int AtOnce = 500;

    /// <returns>How many were put on record.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        // What goes on record is no guess: a clock that was set back since it was read last would be ahead.
        var now = Instant.Min(clock.GetCurrentInstant(), await database.ReadAsync(cancel));
        var (recorded, after, ahead) = (0, (WaitingRequest?)null, new HashSet<string>());
        while (true)
        {
            var some = await deadlines.ByAsync(now, after, AtOnce, cancel);
            foreach (var ended in some.Where(ended => !ahead.Contains(ended.Tenant)))
                try
                {
                    if (
                        await skipped.TryAsync($"case {ended.Case} of {ended.Tenant}", () => RecordAsync(ended, now, cancel))
                        is Outcome<Case>.Recorded { RecordedAt: not null }
                    )
                        recorded++;
                }
                catch (ClockAheadException e)
                {
                    ahead.Add(ended.Tenant);
                    skipped.SkipMunicipality(ended.Tenant, e);
                }
            if (some.Count < AtOnce)
                break;
            after = some[^1];
        }
        return recorded;
    }

    private Task<Outcome<Case>> RecordAsync(WaitingRequest ended, Instant now, CancellationToken cancel) =>
        handler.HandleAsync(Caller.Monitor(ended.Tenant), ended.Case, new ForRequest(ended.Request, new RecordOverdue(now)), null, cancel);
}
