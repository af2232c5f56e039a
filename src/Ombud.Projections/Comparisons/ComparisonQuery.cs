using JasperFx.Events;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Comparisons;

/// <summary>Compares a period's figures as known at two moments, and names every event behind a difference.</summary>
public sealed class ComparisonQuery(TenantDatabase database, TenantEventStore store, StatisticsQuery statistics)
{
    private const int AtOnce = 1000;

    /// <param name="municipality">As known at the later moment.</param>
    public async Task<ReportComparison> RunAsync(
        string tenant,
        Municipality municipality,
        ReportingPeriod period,
        Instant earlier,
        Instant later,
        string language,
        CancellationToken cancel
    )
    {
        var before = await statistics.RunAsync(tenant, municipality, period, earlier, language, cancel);
        var after = await statistics.RunAsync(tenant, municipality, period, later, language, cancel);
        var judged = (Earlier: period.JudgedOn(municipality.DayOf(earlier)), Later: period.JudgedOn(municipality.DayOf(later)));
        var causes = new List<Cause>();
        foreach (
            var some in (await ChangedCases.IdsAsync(database, tenant, municipality, period, (earlier, later), judged, cancel)).Chunk(
                AtOnce
            )
        )
        foreach (var stream in (await store.FetchStreamsAsync(tenant, some, cancel)).GroupBy(e => e.StreamId))
            causes.AddRange(Causes([.. stream.Where(e => e.RecordedAt() <= later)], period, earlier, judged, municipality));
        return new(after.Municipality, after.Period, earlier, later, Differences(before, after, causes), Entries(causes));
    }

    /// <summary>What each entry between the moments did to each figure; and, without an entry, the days that passed.</summary>
    private static IEnumerable<Cause> Causes(
        IReadOnlyList<IEvent> events,
        ReportingPeriod period,
        Instant earlier,
        (LocalDate Earlier, LocalDate Later) judged,
        Municipality municipality
    )
    {
        var known = OmbudStreams.Case.Fold(events.Where(e => e.RecordedAt() <= earlier));
        // First the days pass, then the entries come: each is judged by the later day.
        var figures = CaseFigures.Of(known, period, judged.Later, municipality);
        if (events.Count > 0 && Changes(CaseFigures.Of(known, period, judged.Earlier, municipality), figures) is { Count: > 0 } passed)
            yield return new(events[0].StreamId, known?.Number, [], passed);
        var (state, before) = (known, new List<Cause>());
        foreach (var entry in events.Where(e => e.RecordedAt() > earlier).GroupAdjacent(e => e.RecordedAt()))
        {
            var next = OmbudStreams.Case.Fold(entry, state);
            var counted = CaseFigures.Of(next, period, judged.Later, municipality);
            var changes = Changes(figures, counted);
            // What changed the case and no figure yet may count through a later entry: a closing, once it is assessed as a case.
            if (changes.Count > 0 || state != next)
                before.Add(new(events[0].StreamId, next?.Number, [.. entry], changes));
            if (changes.Count > 0)
            {
                foreach (var cause in before)
                    yield return cause;
                before.Clear();
            }
            (state, figures) = (next, counted);
        }
    }

    private static Dictionary<string, int> Changes(IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> after) =>
        before
            .Keys.Union(after.Keys)
            .Select(figure => (figure, Change: after.GetValueOrDefault(figure) - before.GetValueOrDefault(figure)))
            .Where(change => change.Change != 0)
            .ToDictionary(change => change.figure, change => change.Change);

    private static List<FigureDifference> Differences(StatisticsReport before, StatisticsReport after, IReadOnlyList<Cause> causes)
    {
        var (old, now) = (ReportFigures.Of(before), ReportFigures.Of(after));
        return
        [
            .. now
                .Keys.Union(old.Keys)
                .Where(figure => ValueOf(now, figure) != ValueOf(old, figure))
                .Select(figure => new FigureDifference(
                    figure,
                    ValueOf(old, figure),
                    ValueOf(now, figure),
                    ValueOf(now, figure) - ValueOf(old, figure),
                    [
                        .. causes
                            .Where(cause => cause.Concerns(figure))
                            .Select(cause => new FigureCause(
                                cause.Entry.Count > 0 ? cause.Entry[0].Id : null,
                                cause.Case,
                                cause.Number,
                                cause.ChangeOf(figure)
                            )),
                    ]
                )),
        ];
    }

    /// <summary>A count that is absent is 0; a median and its like do not exist then.</summary>
    private static decimal? ValueOf(IReadOnlyDictionary<string, decimal> figures, string figure) =>
        figures.TryGetValue(figure, out var value) ? value
        : ReportFigures.IsCount(figure) ? 0
        : null;

    private static List<ExplainingEntry> Entries(IEnumerable<Cause> causes) =>
        [
            .. causes
                .Where(cause => cause.Entry.Count > 0)
                .OrderBy(cause => cause.Entry[0].RecordedAt())
                .ThenBy(cause => cause.Entry[0].Sequence)
                .Select(cause => new ExplainingEntry(
                    cause.Case,
                    cause.Number,
                    cause.Entry[0].RecordedAt(),
                    cause.Entry[0].UserName,
                    [.. cause.Entry.Select(e => new ExplainingEvent(e.Id, e.Version, e.EventTypeName, (e.Data as IOccurred)?.OccurredOn))]
                )),
        ];

    /// <param name="Entry">Empty where days that passed did it.</param>
    private sealed record Cause(Guid Case, string? Number, IReadOnlyList<IEvent> Entry, IReadOnlyDictionary<string, int> Changes)
    {
        public bool Concerns(string figure) =>
            Changes.ContainsKey(figure)
            || (
                ReportFigures.PartsOf(figure) is { } parts
                && Changes.Keys.Any(changed => changed.StartsWith(parts, StringComparison.Ordinal))
            );

        public int? ChangeOf(string figure) => Changes.TryGetValue(figure, out var change) ? change : null;
    }
}
