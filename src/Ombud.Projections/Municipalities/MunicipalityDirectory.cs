using System.Collections.Concurrent;
using JasperFx.Events;
using NodaTime;
using Npgsql;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;

namespace Ombud.Projections.Municipalities;

/// <summary>
/// Each municipality as configured, now or as of a moment. A configuration is a handful of events, so they are kept
/// in memory and caught up on by version: another node's change is seen by the next request.
/// </summary>
/// <param name="database">The owner's, for there is no tenant in the question which there are.</param>
/// <param name="clock">Tells the day whose names and labels are read where no moment is asked for; without one the newest are.</param>
public sealed class MunicipalityDirectory(NpgsqlDataSource database, TenantEventStore store, IClock? clock = null)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<IEvent>> _events = [];

    /// <summary>What the events in memory fold into: every command asks for it, and it changes once a year.</summary>
    private readonly ConcurrentDictionary<string, (IReadOnlyList<IEvent> Events, Municipality? Folded)> _current = [];

    /// <summary>The version that is in memory, to catch up from.</summary>
    public long KnownVersion(string tenant) => Events(tenant) is [.., var last] ? last.Version : 0;

    /// <summary>
    /// The municipality now, with events just read that may be newer than those in memory; null where none is configured.
    /// </summary>
    public Municipality? Current(string tenant, IReadOnlyList<IEvent> newer)
    {
        var events = CatchUp(tenant, newer);
        if (!_current.TryGetValue(tenant, out var known) || known.Events != events)
            _current[tenant] = known = (events, OmbudStreams.Municipality.Fold(events));
        return known.Folded;
    }

    /// <summary>
    /// The municipality as known at a moment. What it was first configured as holds for all time before, so that history imported later can
    /// be read. Names and labels are those of the moment's day.
    /// </summary>
    public async Task<Municipality?> AsOfAsync(string tenant, Instant? moment, CancellationToken cancel)
    {
        var events = await NewestEventsAsync(tenant, cancel);
        var municipality = Dated(events.Where(e => e.Version == 1 || moment is null || e.RecordedAt() <= moment));
        return (moment ?? clock?.GetCurrentInstant()) is { } at ? municipality?.Read(municipality.DayOf(at)) : municipality;
    }

    /// <summary>A configured municipality as it is now, and when it was configured so.</summary>
    public async Task<(Municipality Municipality, Instant ChangedAt)> NewestAsync(string tenant, CancellationToken cancel)
    {
        var events = await NewestEventsAsync(tenant, cancel);
        return (OmbudStreams.Municipality.Fold(events)!, events[^1].RecordedAt());
    }

    /// <summary>The codes of all that are configured, in order.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select tenant_id from ombud.mt_streams where id = $1 order by 1");
        command.Parameters.Add(new() { Value = Municipality.Stream });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var codes = new List<string>();
        while (await reader.ReadAsync(cancel))
            codes.Add(reader.GetString(0));
        return codes;
    }

    /// <summary>
    /// The municipality, and the days on which its lists changed for what happened then: what is prepared for a day to come has that day.
    /// </summary>
    private static Municipality? Dated(IEnumerable<IEvent> events)
    {
        Municipality? municipality = null;
        var (version, changes) = (0L, new List<(LocalDate, string, int)>());
        foreach (var recorded in events)
        {
            var next = OmbudStreams.Municipality.Fold([recorded], municipality)!;
            var on = next.DayOf(recorded.RecordedAt());
            if (municipality is not null)
                changes.AddRange(
                    next.Lists.Zip(municipality.Lists)
                        .Where(pair => !SaidOn(on, pair.First).SequenceEqual(SaidOn(on, pair.Second)))
                        .Select(pair => (on, pair.First.Name, pair.First.Version))
                );
            (municipality, version) = (next, recorded.Version);
        }
        return municipality is null ? null : municipality with { Version = version, ListChanges = changes };
    }

    private static IEnumerable<(string, string, string?, string, string)> SaidOn(LocalDate day, CodeList list) =>
        list.Codes.Where(code => code.IsInForce(day)).Select(code => (code.Value, code.Nb, code.Nn, code.Da, code.En));

    private async Task<IReadOnlyList<IEvent>> NewestEventsAsync(string tenant, CancellationToken cancel) =>
        CatchUp(tenant, await store.FetchStreamAsync(tenant, Municipality.Stream, cancel, after: KnownVersion(tenant)));

    private IReadOnlyList<IEvent> Events(string tenant) => _events.GetValueOrDefault(tenant, []);

    private IReadOnlyList<IEvent> CatchUp(string tenant, IReadOnlyList<IEvent> newer)
    {
        var known = Events(tenant);
        var all = newer.Where(e => e.Version > known.Count).OrderBy(e => e.Version).ToList() is { Count: > 0 } more
            ? [.. known, .. more]
            : known;
        if (all.Count > known.Count)
            _events.AddOrUpdate(tenant, all, (_, other) => other.Count > all.Count ? other : all);
        return all;
    }
}
