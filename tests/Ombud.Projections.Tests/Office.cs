using JasperFx.Events;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Tests;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Tests;

/// <summary>An entry of an import: a command, and when it was recorded where it comes from.</summary>
internal sealed record Past(Guid Id, Func<LocalDate, CaseCommand> Command, Instant RecordedAt)
{
    public Past(Guid id, CaseCommand command, Instant recordedAt)
        : this(id, _ => command, recordedAt) { }
}

/// <summary>One municipality's office at work. All of them are configured as Drammen is.</summary>
internal sealed class Office(OmbudDatabase database, string tenant)
{
    private readonly RowImport<Case> _import = new(OmbudStreams.Case);

    public string Tenant => tenant;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc cref="CaseAction.CaseId"/>
    public static Guid Id(int n) => CaseAction.CaseId(n);

    public Task<Outcome<Case>> RecordAsync(Guid id, CaseCommand command) => RecordAsync(id, _ => command);

    public Task<Outcome<Case>> RecordAsync(Guid id, Func<LocalDate, CaseCommand> command)
    {
        // Which case it is is the same on any day.
        var other = command(Drammen.InForceFrom) switch
        {
            MergeCase merge when merge.CaseId != id => merge.CaseId,
            LinkCase link when link.CaseId != id => link.CaseId,
            _ => (Guid?)null,
        };
        return database.RecordAsync(
            OmbudStreams.Case,
            tenant,
            id,
            (state, session) =>
            {
                var decision = Decide(state, command, session.Now, other is { } there ? session.State(OmbudStreams.Case, there) : null);
                if (other is { } counterpart && decision is Decision.Accepted(var events))
                    foreach (var entry in events.OfType<IBetweenCases>())
                        session.Append(OmbudStreams.Case, counterpart, [Merging.Counterpart(id, entry)]);
                return decision;
            },
            new(CaseAction.People),
            other
        );
    }

    public Task ConfigureAsync() =>
        database.RecordAsync(
            OmbudStreams.Municipality,
            tenant,
            Municipality.Stream,
            (state, _) => MunicipalityDecider.Decide(state, Drammen.Configuration)
        );

    /// <summary>
    /// Imports what would have been accepted; false where another case has one of the numbers or the time is closed, and then nothing is
    /// imported.
    /// </summary>
    public async Task<bool> ImportAsync(params IReadOnlyList<Past> entries)
    {
        var known = (await database.Store.FetchStreamsAsync(tenant, [.. entries.Select(entry => entry.Id).Distinct()], Cancel)).ToLookup(
            e => e.StreamId
        );
        var plans = entries
            .GroupBy(entry => entry.Id)
            .Select(group => Plan(group.Key, [.. known[group.Key]], group))
            .Where(plan => plan.Events.Count > 0)
            .ToList();
        try
        {
            if (plans.Count > 0)
                await database.Writer.WriteAsync(_import.Batch(tenant, "importer", plans), Cancel);
            return true;
        }
        catch (HistoryClosedException)
        {
            return false;
        }
        // Another case has one of the numbers.
        catch (StreamConflictException)
        {
            return false;
        }
    }

    public Task<IReadOnlyList<IEvent>> EventsAsync(int cases) =>
        database.Store.FetchStreamsAsync(tenant, [.. Enumerable.Range(0, cases).Select(Id)], Cancel);

    private static StreamPlan<Case> Plan(Guid id, IReadOnlyList<IEvent> known, IEnumerable<Past> entries)
    {
        var before = OmbudStreams.Case.Fold(known);
        var (state, events) = (before, new List<ImportEvent>());
        foreach (var entry in entries)
            if (Decide(state, entry.Command, entry.RecordedAt) is Decision.Accepted(var decided))
            {
                state = OmbudStreams.Case.Fold(decided, state);
                events.AddRange(decided.Select(e => new ImportEvent(e, entry.RecordedAt, """{"import":{"file":"test"}}""")));
            }
        return new(id, before, known.Count, events);
    }

    private static Decision Decide(Case? state, Func<LocalDate, CaseCommand> command, Instant now, Case? other = null)
    {
        var today = Drammen.Now.DayOf(now);
        return CaseDecider.Decide(state, command(today), Drammen.On(today), today, other: other);
    }
}
