using JasperFx.Events;
using NodaTime;
using Ombud.Api.Council;
using Ombud.Api.Measures;
using Ombud.Api.Meetings;
using Ombud.Api.Recommendations;
using Ombud.Api.Streams;
using Ombud.Domain.Cases;
using Ombud.Domain.Measures;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Api.Cases.History;

/// <summary>
/// What stands in line with a case's own events: its recommendations, the measures that answer them, what bodies did with their reports,
/// and the meetings that were planned on them.
/// </summary>
internal sealed class CaseHistory(TenantEventStore store, CaseConnections connections)
{
    /// <summary>The case's own events and what touches it, by the time of recording.</summary>
    /// <param name="events">The case's own.</param>
    /// <param name="upTo">Of the others only what was recorded by then; all, unless it is given.</param>
    public async Task<IReadOnlyList<HistoryEntry>> AllAsync(
        string tenant,
        Guid id,
        Case state,
        IReadOnlyList<IEvent> events,
        Instant? upTo,
        CancellationToken cancel
    ) =>
        HistoryEntries.Merge(
            HistoryEntries.Of(
                OmbudStreams.Case,
                HistorySubject.Of(OmbudStreams.Case.Type, id, state.Number),
                events,
                each => CaseView.Of(id, 0, each)
            ),
            await RelatedAsync(tenant, state, upTo, cancel)
        );

    /// <summary>Two round trips, however much there is; none where no recommendation rests on the case.</summary>
    /// <param name="upTo">Only what was recorded by then; all, unless it is given.</param>
    public async Task<IReadOnlyList<HistoryEntry>> RelatedAsync(string tenant, Case state, Instant? upTo, CancellationToken cancel)
    {
        if (state.Recommendations.Count == 0)
            return [];
        var connected = await connections.OfAsync(tenant, state.Recommendations, upTo, cancel);
        var read = await store.FetchStreamsAsync(
            tenant,
            [.. state.Recommendations, .. connected.Measures, .. connected.Reports, .. connected.Meetings],
            cancel
        );
        var events = read.Where(recorded => upTo is null || recorded.RecordedAt() <= upTo).ToLookup(recorded => recorded.StreamId);
        return
        [
            .. state.Recommendations.SelectMany(id => OfRecommendation(id, [.. events[id]])),
            .. connected.Measures.SelectMany(id => OfMeasure(id, [.. events[id]], state.Recommendations)),
            .. connected.Reports.SelectMany(id => OfReport(id, [.. events[id]], Numbers(id))),
            .. connected.Meetings.SelectMany(id => OfMeeting(id, [.. events[id]])),
        ];

        HashSet<string?> Numbers(Guid report) =>
            [
                .. state
                    .Recommendations.Select(id => OmbudStreams.Recommendation.Fold(events[id]))
                    .Where(each => each?.Report == report)
                    .Select(each => each?.Number),
            ];
    }

    private static IReadOnlyList<HistoryEntry> OfRecommendation(Guid id, IReadOnlyList<IEvent> events) =>
        Of(OmbudStreams.Recommendation, id, events, HistoryTitles.Of, RecommendationView.Of);

    private static IReadOnlyList<HistoryEntry> OfMeasure(Guid id, IReadOnlyList<IEvent> events, IReadOnlyList<Guid> recommendations) =>
        Of(OmbudStreams.Measure, id, events, now => now.Title, MeasureView.Of, touching: now => Touching(events, now, recommendations));

    private static IReadOnlyList<HistoryEntry> OfMeeting(Guid id, IReadOnlyList<IEvent> events) =>
        Of(OmbudStreams.Meeting, id, events, HistoryTitles.Of, MeetingView.Of);

    /// <summary>
    /// Of the report only what bodies did with it, and of their decisions those on all of it or on what rests on the case.
    /// </summary>
    private static IReadOnlyList<HistoryEntry> OfReport(Guid id, IReadOnlyList<IEvent> events, IReadOnlyCollection<string?> numbers) =>
        Of(
            OmbudStreams.Report,
            id,
            events,
            HistoryTitles.Of,
            CouncilView.Of,
            recorded =>
                recorded.Data switch
                {
                    ReportPresented => true,
                    CouncilDecided decision => decision.Recommendations.Count == 0 || decision.Recommendations.Any(numbers.Contains),
                    _ => false,
                }
        );

    /// <summary>What happened in a stream beside the case; nothing where all of it is withdrawn.</summary>
    /// <param name="touching">The events that are of the case; all, unless it is given.</param>
    private static IReadOnlyList<HistoryEntry> Of<TState, TView>(
        StreamKind<TState> kind,
        Guid id,
        IReadOnlyList<IEvent> events,
        Func<TState, string> title,
        Func<Guid, long, TState, TView> view,
        Func<IEvent, bool>? shown = null,
        Func<TState, IReadOnlyList<IEvent>>? touching = null
    )
        where TState : class =>
        kind.Fold(events) is not { } now
            ? []
            : HistoryEntries.Of(
                kind,
                HistorySubject.Of(kind.Type, id, title(now)),
                touching?.Invoke(now) ?? events,
                state => view(id, 0, state),
                shown
            );

    /// <summary>Where the last link was taken back, what happened to the measure since is no longer of this case.</summary>
    private static IReadOnlyList<IEvent> Touching(IReadOnlyList<IEvent> events, Measure now, IReadOnlyList<Guid> recommendations) =>
        now.Recommendations.Intersect(recommendations).Any()
            ? events
            :
            [
                .. events.Take(
                    events
                        .Index()
                        .Where(each => each.Item.Data is MeasureUnlinked gone && recommendations.Contains(gone.Recommendation))
                        .Select(each => each.Index + 1)
                        .LastOrDefault()
                ),
            ];
}
