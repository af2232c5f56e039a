using System.Diagnostics;
using JasperFx.Events;
using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines.Monitoring;

/// <summary>Computes waiting deadlines anew after holidays or rules have changed. Most stay as they are, and are only read.</summary>
internal sealed class RecomputeJob(
    DeadlineQueries deadlines,
    CaseHandler handler,
    MunicipalityDirectory directory,
    TenantEventStore store,
    SkippedCases skipped,
    IClock clock
)
{
    private const int AtOnce = 200;

    /// <summary>How often a municipality is checked though nothing changed: an import may have brought old deadlines.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>The change that each municipality's deadlines have been checked against, and when, by the counter.</summary>
    private readonly Dictionary<string, (LocalDate Changed, long At)> _done = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var tenant in await directory.CodesAsync(cancel))
            try
            {
                await skipped.TryAsync($"the recomputing of deadlines of {tenant}", () => CheckAsync(tenant, cancel));
            }
            catch (ClockAheadException e)
            {
                skipped.SkipMunicipality(tenant, e);
            }
    }

    private async Task<bool> CheckAsync(string tenant, CancellationToken cancel)
    {
        var (municipality, changedAt) = await directory.NewestAsync(tenant, cancel);
        var today = municipality.DayOf(clock.GetCurrentInstant());
        // What was computed on the very day of a new configuration may have been computed before it.
        var changed = LocalDate.Max(
            municipality.DayOf(changedAt).PlusDays(1),
            HolidayCalendar.LatestChange(municipality.Country, today) ?? LocalDate.MinIsoValue
        );
        if (_done.TryGetValue(tenant, out var done) && done.Changed >= changed && Stopwatch.GetElapsedTime(done.At) < Interval)
            return false;
        await RunAsync(tenant, municipality, changed, today, cancel);
        _done[tenant] = (changed, Stopwatch.GetTimestamp());
        return true;
    }

    private async Task RunAsync(string tenant, Municipality municipality, LocalDate changed, LocalDate today, CancellationToken cancel)
    {
        for (var (cases, after) = (new List<Guid>(), Guid.Empty); ; after = cases[^1])
        {
            cases = [.. await deadlines.ComputedBeforeAsync(tenant, changed, after, AtOnce, cancel)];
            if (cases.Count == 0)
                return;
            foreach (var events in (await store.FetchStreamsAsync(tenant, cases, cancel)).GroupBy(e => e.StreamId))
                await skipped.TryAsync(
                    $"case {events.Key} of {tenant}",
                    () => RecomputeAsync(tenant, events.Key, events, municipality, today, cancel)
                );
        }
    }

    /// <returns>How many dates moved.</returns>
    private async Task<int> RecomputeAsync(
        string tenant,
        Guid id,
        IEnumerable<IEvent> events,
        Municipality municipality,
        LocalDate today,
        CancellationToken cancel
    )
    {
        var (state, moved) = (OmbudStreams.Case.Fold(events)!, 0);
        foreach (var command in state.ResponseRequests.Select(request => new ForRequest(request.Id, new RecomputeDeadline())))
            if (CaseDecider.Decide(state, command, municipality, today) is Decision.Accepted({ Count: > 0 }))
            {
                await handler.HandleAsync(Caller.Monitor(tenant), id, command, null, cancel);
                moved++;
            }
        return moved;
    }
}
