using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Deadlines;

/// <summary>
/// One row for each response request, and one for each answer that a unit promised. A case that is counted nowhere has none.
/// </summary>
public static class ResponseDeadlines
{
    /// <summary>What still waits: the condition of an index is that of the queries, word for word.</summary>
    internal const string Outstanding = "met_on is null and ended_on is null and late_after is not null";

    /// <summary>
    /// What was met or waived, or ended with its case. What has no deadline counts as met when it was answered, and is in neither
    /// before.
    /// </summary>
    internal const string Over = "(met_on is not null or ended_on is not null)";

    /// <summary>The last that happened to what is over: before that day some of it was still to come.</summary>
    internal const string OverOn = "greatest(met_on, ended_on, responded_on)";

    // The indexes include what is counted and sorted by, so that the table need not be read.
    private const string Counted = "unit, former_units, kind, rule, pauses, requested_on, promised";

    public static ReadModel<Case, DeadlineRow> Model { get; } =
        new(
            "response_deadlines",
            Rows,
            row => Key(row.RequestId, row.Promised),
            [
                new(
                    "outstanding",
                    $"(tenant_id, late_after, stream_id, row_key) include (recorded_from, {Counted}) "
                        + $"where recorded_to = 'infinity' and {Outstanding}"
                ),
                // As of a past moment.
                new(
                    "outstanding_history",
                    $"(tenant_id, {Known.Length.Name}, recorded_from) "
                        + $"include (recorded_to, late_after, stream_id, row_key, {Counted}) where {Outstanding}"
                ),
                // What is over mostly stays as it is, so that one index serves now and any past moment.
                new(
                    "over",
                    $"(tenant_id, {OverOn}) include (recorded_from, recorded_to, late_after, stream_id, row_key, "
                        + $"met_on, waived_on, ended_on, responded_on, starts_on, {Counted}) where {Over}"
                ),
                // What changed between two moments, of all that does not wait; what waits has its own above.
                new(
                    "rest_changed",
                    $"(tenant_id, {Known.Length.Name}, recorded_from) "
                        + $"include (recorded_to, stream_id, requested_on) where not ({Outstanding})"
                ),
                new("case", "(tenant_id, stream_id)"),
                // For the deadline monitor, which looks at all municipalities at once.
                new("watch", "(watch_from) where recorded_to = 'infinity' and watch_from is not null"),
            ],
            [Known.Length],
            // Promises by their days.
            version: 2
        );

    public static IEnumerable<DeadlineRow> Rows(Case state) =>
        !state.Counted
            ? []
            : state.ResponseRequests.SelectMany(request => new[] { Row(state, request), Promise(state, request) }.OfType<DeadlineRow>());

    /// <summary>What makes a row the same row, and its place among others of its case and day.</summary>
    public static string Key(Guid request, bool promised) => $"{request:N}{(promised ? "p" : "")}";

    /// <summary>
    /// The day that the unit promised its answer for last: a date that was announced, and no term of any law. A later reply that names no
    /// day takes it back as little as it keeps it.
    /// </summary>
    private static DeadlineRow? Promise(Case state, ResponseRequest request) =>
        // A notice has no effect on it: it is met by the answer itself.
        Promises(request).ToList()
            is [var first, ..] promises
        && promises[^1] is { ReceivedOn: var said, ExpectedOn: { } on }
        && request with { Deadline = null } is var promise
            ? new(
                request.Id,
                state.Number,
                request.Unit,
                FormerUnits(request),
                first.ReceivedOn,
                "agreed.date",
                1,
                DeadlineKind.Agreed,
                said,
                null,
                null,
                null,
                said,
                on,
                on,
                on,
                on,
                null,
                [],
                0,
                null,
                [],
                [],
                promise.MetOn,
                request.RespondedOn,
                Replies(request),
                Reminders(request),
                request.WaivedOn,
                state.EndOf(promise),
                null,
                promises.Count == 1 ? [] : [.. promises.Select(each => DatesFrom.Of(each).ToString())],
                Promised: true
            )
            : null;

    private static List<string> FormerUnits(ResponseRequest request) =>
        [.. (request.FormerUnits ?? []).Select(former => former.ToString())];

    private static DeadlineRow Row(Case state, ResponseRequest request)
    {
        var deadline = request.Deadline;
        var monitored =
            deadline is { Paused: false }
            && request.MetOn is null
            && state.EndOf(request) is null
            && deadline.OverdueRecordedFor != deadline.LateAfter;
        return new(
            request.Id,
            state.Number,
            request.Unit,
            FormerUnits(request),
            request.RequestedOn,
            deadline?.Rule,
            deadline?.RuleVersion,
            deadline?.Kind,
            deadline?.StartsOn,
            deadline?.LetterDated,
            deadline?.Area,
            deadline?.Term,
            deadline?.CalendarKnownOn,
            deadline?.RawDueOn,
            deadline?.DueOn,
            deadline?.CommunicatedDueOn,
            deadline?.LateAfter,
            deadline?.EndsAt,
            deadline?.Pauses.Select(pause => pause.ToString()).ToList() ?? [],
            deadline?.ExtendedDays ?? 0,
            deadline?.Recomputed,
            deadline?.Others.Select(other => other.ToString()).ToList() ?? [],
            deadline?.AlsoMovedBy ?? [],
            request.MetOn,
            request.RespondedOn,
            Replies(request),
            Reminders(request),
            request.WaivedOn,
            state.EndOf(request),
            monitored ? deadline!.EndsAt : null,
            [.. DatesFrom.Of(state, request).Select(dates => dates.ToString())],
            Result: request.Result
        );
    }

    private static List<string> Replies(ResponseRequest request) =>
        [.. InOrder(request).Select(reply => $"{reply.ReceivedOn:uuuu-MM-dd} {reply.ExpectedOn:uuuu-MM-dd}".TrimEnd())];

    private static IEnumerable<PreliminaryReply> Promises(ResponseRequest request) =>
        InOrder(request).Where(reply => reply.ExpectedOn is not null);

    /// <summary>By their days, however they were typed.</summary>
    private static IEnumerable<PreliminaryReply> InOrder(ResponseRequest request) =>
        request.PreliminaryReplies.OrderBy(reply => reply.ReceivedOn);

    private static List<string> Reminders(ResponseRequest request) => [.. request.RemindedOn.Select(day => $"{day:uuuu-MM-dd}")];
}
