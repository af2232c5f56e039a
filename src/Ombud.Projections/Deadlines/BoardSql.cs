using Ombud.Domain.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Deadlines;

/// <summary>The board as SQL. What it says of a state is what <see cref="DeadlineFacts"/> says; a test holds the two together.</summary>
internal static class BoardSql
{
    private static readonly string Paused = PausedOn("@on");

    private static readonly string WaitingStates =
        $"""
         when {Paused} then 'suspended'
         when late_after < @on then 'overdue'
         when late_after = @on then 'due_today'
         when late_after <= @on + @soon then 'due_soon'
         else 'open' end
         """;

    private static readonly string State =
        $"""
         case when met_on <= @on then case when met_on <= late_after then 'met' else 'met_late' end
              when waived_on <= @on then 'waived'
              {WaitingStates}
         """;

    /// <summary>The moment, the counts and a page, from one snapshot.</summary>
    public static string For(DeadlineFilter filter)
    {
        var scope = string.Join(" and ", new[]
        {
            "tenant_id = @tenant", Known.AsOf(filter.AsOf), Scoped(filter),
            filter.Unit is null ? null : "unit = @unit",
            filter.Rule is null ? null : "rule = @rule",
            filter.Kind is null ? null : "kind = @kind",
            filter.Case is null ? null : "stream_id = @case",
            filter.DueFrom is null ? null : "late_after >= @dueFrom",
            filter.DueTo is null ? null : "late_after <= @dueTo",
        }.OfType<string>());
        // What waits on the latest day has neither been met nor waived: its state needs the index alone.
        var state = filter is { Scope: DeadlineScope.Waiting, OnIsLatest: true } ? $"case {WaitingStates}" : State;
        var (order, past) = filter.Scope == DeadlineScope.Over ? ("desc", "<") : ("asc", ">");
        var after = filter.After is null ? "" : $"and (late_after, stream_id, row_key) {past} (@afterDay, @afterCase, @afterRequest)";
        return
            $"""
             begin isolation level repeatable read read only;

             lock table ombud.response_deadlines in access share mode;

             select coalesce(@asOf, clock_timestamp());

             select unit, {state} as state, count(*)::int as n from ombud.response_deadlines where {scope} group by 1, 2;

             select stream_id, {ResponseDeadlines.Model.Shape.ColumnNames}, {state} as state from ombud.response_deadlines
             where {scope} {Stated(filter.State, state)} {after}
             order by late_after {order}, stream_id {order}, row_key {order} limit @limit;

             commit
             """;
    }

    /// <summary>True where a deadline stands still on a day.</summary>
    public static string PausedOn(string day) =>
        $$"""
          (pauses <> '{}' and exists (select from unnest(pauses) as pause
              where left(pause, 10)::date <= {{day}} and (substr(pause, 12, 2) = '..' or substr(pause, 12, 10)::date > {{day}})))
          """;

    private static string Scoped(DeadlineFilter filter) => filter switch
    {
        { Scope: DeadlineScope.Waiting, OnIsLatest: true } => ResponseDeadlines.Outstanding,
        { Scope: DeadlineScope.Waiting } => $"late_after is not null and requested_on <= @on and {Not("met_on")} and {Not("waived_on")}",
        { Scope: DeadlineScope.Over } => "late_after is not null and requested_on <= @on and (met_on <= @on or waived_on <= @on)",
        _ => "late_after is not null and requested_on <= @on",
    };

    private static string Not(string day) => $"({day} is null or {day} > @on)";

    /// <summary>The state, and beside it the days that it can be found by.</summary>
    private static string Stated(DeadlineState? state, string expression) => state switch
    {
        null => "",
        DeadlineState.Overdue => $"and late_after < @on and {expression} = @state",
        DeadlineState.DueToday => $"and late_after = @on and {expression} = @state",
        DeadlineState.DueSoon => $"and late_after > @on and late_after <= @on + @soon and {expression} = @state",
        DeadlineState.Open => $"and late_after > @on + @soon and {expression} = @state",
        DeadlineState.Suspended => $"and {Paused} and {expression} = @state",
        _ => $"and {expression} = @state",
    };
}
