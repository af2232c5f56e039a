using System.Text.Json;
using JasperFx.Events;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Projections;

namespace Ombud.Api.Imports.FollowUp;

/// <summary>
/// Decides every line of a follow-up import in memory, in order of the recorded times, so that all faults are known before anything is
/// written.
/// </summary>
/// <param name="known">What the store has of the streams that the lines name.</param>
/// <param name="uniqueKeys">The keys that other streams have.</param>
/// <param name="rules">What texts of reports are checked by.</param>
internal sealed class FollowUpPlan(
    Municipality municipality,
    StoreClock clock,
    string fileName,
    ILookup<Guid, IEvent> known,
    UniqueKeys uniqueKeys,
    TextRules rules
)
{
    private readonly PlannedStreams<Report> _reports = new(OmbudStreams.Report, known);
    private readonly PlannedStreams<Recommendation> _recommendations = new(OmbudStreams.Recommendation, known);
    private readonly PlannedStreams<Measure> _measures = new(OmbudStreams.Measure, known);
    private readonly PlannedStreams<Meeting> _meetings = new(OmbudStreams.Meeting, known);
    private readonly PlannedStreams<ReportText> _texts = new(OmbudStreams.ReportText, known);
    private readonly ImportMarks _imported = new(known.SelectMany(events => events));

    public List<LineFault> Faults { get; } = [];

    public Instant Now => clock.Now;

    public int Skipped { get; private set; }

    public int Streams => _reports.Streams + _recommendations.Streams + _measures.Streams + _meetings.Streams + _texts.Streams;

    public int Events => _reports.Events + _recommendations.Events + _measures.Events + _meetings.Events + _texts.Events;

    public void Add(FollowUpLine line)
    {
        if (_imported.Take(line.Digest))
        {
            Skipped++;
            return;
        }
        Faults.AddRange(line.Faults.Select(fault => new LineFault(line.Number, fault)));
        switch (line.Command)
        {
            case ReportCommand command:
                Record(
                    line,
                    _reports,
                    (state, check) => CouncilDecider.Decide(state, command, check, uniqueKeys.NumbersIn(line.Streams[0]))
                );
                break;
            case RecommendationCommand command:
                Record(line, _recommendations, (state, check) => RecommendationDecider.Decide(state, command, check));
                break;
            case MeasureCommand command:
                Record(line, _measures, (state, check) => MeasureDecider.Decide(state, command, check));
                break;
            case MeetingCommand command:
                Record(line, _meetings, (state, check) => MeetingDecider.Decide(state, command, check));
                break;
            case ReportTextCommand command:
                Record(line, _texts, (state, check) => ReportTextDecider.Decide(state, command, check, rules));
                break;
        }
    }

    /// <summary>Reports first: what refers to them is never there without them.</summary>
    public IEnumerable<ImportBatch> Batches(string tenant, string by) =>
        [
            .. _reports.Batches(tenant, by),
            .. _recommendations.Batches(tenant, by),
            .. _measures.Batches(tenant, by),
            .. _meetings.Batches(tenant, by),
            .. _texts.Batches(tenant, by),
        ];

    private void Record<TState>(FollowUpLine line, PlannedStreams<TState> streams, Func<TState?, FollowUpChecks, Decision> decide)
        where TState : class
    {
        if (RecordedTime(line, streams) is not { } recordedAt)
            return;
        var headers = JsonSerializer.Serialize(
            new
            {
                import = new
                {
                    file = Path.GetFileName(fileName),
                    line = line.Number,
                    digest = line.Digest,
                },
            },
            EventJson.Options
        );
        foreach (var stream in line.Streams)
            switch (
                decide(
                    streams.State(stream),
                    new(
                        municipality,
                        municipality.DayOf(recordedAt),
                        new(_ => null, id => _reports.StateAt(id, recordedAt), id => _recommendations.StateAt(id, recordedAt))
                        {
                            Feedback = id => OmbudStreams.Feedback.Fold(known[id].Where(e => e.RecordedAt() <= recordedAt)),
                        }
                    )
                )
            )
            {
                case Decision.Accepted({ Count: > 0 } events) when uniqueKeys.Add(stream, events[0]) is { } refusal:
                    Refuse(line, refusal);
                    break;
                case Decision.Accepted({ Count: > 0 } events):
                    streams.Add(stream, events, recordedAt, headers);
                    break;
                case Decision.Refused(var refusal):
                    Refuse(line, refusal);
                    break;
                case Decision.Invalid(var faults):
                    Faults.AddRange(faults.As(line.FieldName).Select(fault => new LineFault(line.Number, fault)));
                    break;
            }
    }

    private Instant? RecordedTime<TState>(FollowUpLine line, PlannedStreams<TState> streams)
        where TState : class
    {
        var (given, last) = (line.RecordedAt ?? clock.Now, line.Streams.Max(streams.Last));
        var fault =
            given > clock.Now ? new Fault("recordedAt", "in_the_future", $"It is after {clock.Now}, the moment of the import.")
            : given <= clock.ClosedUpTo
                ? new("recordedAt", "closed", $"History up to {clock.ClosedUpTo} is closed: a report was published on it.")
            : line.Streams.Any(stream => !streams.IsPlanned(stream) && given <= streams.Last(stream))
                ? new("recordedAt", "too_early", $"There are entries recorded up to {last}; this must be later.")
            : null;
        if (fault is null)
            // Lines of one moment keep their order: each is an entry of its own.
            return given > last ? given : last + Microseconds.One;
        Faults.Add(new(line.Number, fault with { Value = given.ToString() }));
        return null;
    }

    private void Refuse(FollowUpLine line, Refusal refusal) =>
        Faults.Add(ImportText.Fault(line.Number, "line", refusal.Code, $"{refusal.Title} {refusal.Remedy}"));
}
