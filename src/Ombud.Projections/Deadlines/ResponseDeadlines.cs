using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Deadlines;

/// <summary>One row for each response request. A voided case has none.</summary>
public static class ResponseDeadlines
{
    /// <summary>What still waits: the condition of an index is that of the queries, word for word.</summary>
    internal const string Outstanding = "met_on is null and waived_on is null and late_after is not null";

    // What the board counts and sorts by rides along, so that it need not visit the table.
    private const string Counted = "unit, kind, rule, pauses";

    public static ReadModel<Case> Model { get; } = new ReadModel<Case, DeadlineRow>("response_deadlines", Rows, row => row.RequestId.ToString("N"),
    [
        new("outstanding", $"(tenant_id, late_after, stream_id, row_key) include ({Counted}) where recorded_to = 'infinity' and {Outstanding}"),
        new("late_after", "(tenant_id, late_after, stream_id, row_key) where recorded_to = 'infinity'"),
        new("requested", "(tenant_id, requested_on) where recorded_to = 'infinity'"),
        // As of a past moment, from whichever end is nearer: what had begun by then, or what ended since.
        new("begun", $"(tenant_id, recorded_from) include (recorded_to, late_after, stream_id, row_key, {Counted}) where {Outstanding}"),
        new("ended", $"(tenant_id, recorded_to) include (recorded_from, late_after, stream_id, row_key, {Counted}) where {Outstanding}"),
        new("requested_history", "(tenant_id, requested_on, recorded_from)"),
        // For the watch, which looks at all municipalities at once.
        new("watch", "(watch_from) where recorded_to = 'infinity' and watch_from is not null"),
    ]);

    public static IEnumerable<DeadlineRow> Rows(Case state) => state.Voided ? [] : state.ResponseRequests.Select(request => Row(state, request));

    private static DeadlineRow Row(Case state, ResponseRequest request)
    {
        var deadline = request.Deadline;
        var watched = deadline is { Paused: false } && request is { MetOn: null, WaivedOn: null } && deadline.OverdueRecordedFor != deadline.LateAfter;
        return new(
            request.Id, state.Number, request.Unit, request.RequestedOn,
            deadline?.Rule, deadline?.RuleVersion, deadline?.Kind, deadline?.StartsOn, deadline?.LetterDated, deadline?.Area, deadline?.Term,
            deadline?.CalendarKnownOn, deadline?.RawDueOn, deadline?.DueOn, deadline?.CommunicatedDueOn, deadline?.LateAfter, deadline?.EndsAt,
            deadline?.Pauses.Select(pause => pause.ToString()).ToList() ?? [], deadline?.ExtendedDays ?? 0, deadline?.Recomputed,
            deadline?.Others.Select(other => other.ToString()).ToList() ?? [],
            request.MetOn, request.RespondedOn, request.PreliminaryReplies is [var first, ..] ? first.ReceivedOn : null,
            request.PreliminaryReplies is [.., var last] ? last.ExpectedOn : null, request.RemindedOn.Count, request.WaivedOn,
            watched ? deadline!.EndsAt : null);
    }
}
