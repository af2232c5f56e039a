using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Http;
using Ombud.Domain.Cases;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>Puts on record every response whose last day has ended, also those of days on which nothing ran.</summary>
internal sealed class OverdueJob(EndedDeadlines deadlines, CaseHandler handler, UnreadableCases unreadable, IClock clock)
{
    private const int AtOnce = 500;

    /// <returns>How many were put on record.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (now, recorded) = (clock.GetCurrentInstant(), 0);
        for (var progress = true; progress; )
        {
            progress = false;
            foreach (var ended in await deadlines.ByAsync(now, AtOnce, cancel))
                if (await unreadable.SkipAsync(() => RecordAsync(ended, now, cancel)) is Outcome<Case>.Recorded { RecordedAt: not null })
                    (progress, recorded) = (true, recorded + 1);
        }
        return recorded;
    }

    private Task<Outcome<Case>> RecordAsync(WaitingRequest ended, Instant now, CancellationToken cancel) =>
        handler.HandleAsync(Caller.Monitor(ended.Tenant), ended.Case, new ForRequest(ended.Request, new RecordOverdue(now)), null, cancel);
}
