using NodaTime;
using Ombud.Api.Council;
using Ombud.Api.Measures;
using Ombud.Api.Recommendations;
using Ombud.Api.Streams;
using Ombud.Domain.Cases;
using Ombud.Domain.Measures;
using Ombud.Domain.Reports;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Cases;

namespace Ombud.Api.Cases.History;

/// <summary>What stands in line with a case's own events: its recommendations, the measures that answer them, what bodies did with their reports.</summary>
internal sealed class CaseHistory(IEventStore store, CaseConnections connections)
{
    /// <summary>Two round trips, however much there is; none where no recommendation rests on the case.</summary>
    /// <param name="upTo">Only what was recorded by then; all, unless it is given.</param>
    public async Task<IReadOnlyList<HistoryEntry>> OthersAsync(string tenant, Case state, Instant? upTo, CancellationToken cancel)
    {
        if (state.Recommendations.Count == 0)
            return [];
        var connected = await connections.OfAsync(tenant, state.Recommendations, upTo, cancel);
        var read = await store.ReadStreamsAsync(tenant, [.. state.Recommendations, .. connected.Measures, .. connected.Reports], cancel);
        var events = read.Where(recorded => upTo is null || recorded.RecordedAt <= upTo).ToLookup(recorded => recorded.Stream);
        return
        [
            .. state.Recommendations.SelectMany(id => OfRecommendation(id, [.. events[id]])),
            .. connected.Measures.SelectMany(id => OfMeasure(id, [.. events[id]], state.Recommendations)),
            .. connected.Reports.SelectMany(id => OfReport(id, [.. events[id]], [.. state.Recommendations.Select(each => OmbudStreams.Recommendation.Fold(events[each])).Where(each => each?.Report == id).Select(each => each?.Number)])),
        ];
    }

    private static IReadOnlyList<HistoryEntry> OfRecommendation(Guid id, IReadOnlyList<RecordedEvent> events) =>
        OmbudStreams.Recommendation.Fold(events) is not { } now ? []
        : HistoryEntries.Of(OmbudStreams.Recommendation, HistorySubject.Of(OmbudStreams.Recommendation.Type, id, HistoryTitles.Of(now)), events, state => RecommendationView.Of(id, 0, state));

    private static IReadOnlyList<HistoryEntry> OfMeasure(Guid id, IReadOnlyList<RecordedEvent> events, IReadOnlyList<Guid> recommendations) =>
        OmbudStreams.Measure.Fold(events) is not { } now ? []
        : HistoryEntries.Of(OmbudStreams.Measure, HistorySubject.Of(OmbudStreams.Measure.Type, id, now.Title), Touching(events, now, recommendations), state => MeasureView.Of(id, 0, state));

    /// <summary>Of the report itself only what bodies did with it that concerns the case.</summary>
    private static IReadOnlyList<HistoryEntry> OfReport(Guid id, IReadOnlyList<RecordedEvent> events, IReadOnlyCollection<string?> numbers) =>
        OmbudStreams.Report.Fold(events) is not { } now ? []
        : HistoryEntries.Of(OmbudStreams.Report, HistorySubject.Of(OmbudStreams.Report.Type, id, HistoryTitles.Of(now)), events, state => CouncilView.Of(id, 0, state), recorded => recorded.Data switch
        {
            ReportPresented => true,
            CouncilDecided decision => decision.Recommendations.Count == 0 || decision.Recommendations.Any(numbers.Contains),
            _ => false,
        });

    /// <summary>Where the last link was taken back, what happened to the measure since is no longer of this case.</summary>
    private static IReadOnlyList<RecordedEvent> Touching(IReadOnlyList<RecordedEvent> events, Measure now, IReadOnlyList<Guid> recommendations) =>
        now.Recommendations.Intersect(recommendations).Any() ? events
        : [.. events.Take(events.Index().Where(each => each.Item.Data is MeasureUnlinked gone && recommendations.Contains(gone.Recommendation)).Select(each => each.Index + 1).LastOrDefault())];
}
