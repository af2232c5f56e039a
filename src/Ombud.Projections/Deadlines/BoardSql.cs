using Ombud.Domain.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Deadlines;

/// <summary>The board as SQL. What it says of a state is what <see cref="DeadlineFacts"/> says; a test holds the two together.</summary>
internal static class BoardSql
{
    private const string Table = "ombud.response_deadlines";
    private const string Days = "met_on, waived_on, ended_on";

    private static readonly string Columns = string.Join(
        ", ",
        ResponseDeadlines.Model.Shape.Columns.Select(column => $"line.{column.Name}")
    );

    private static readonly string Unit = UnitOn("@on");
    private static readonly string Paused = PausedOn("@on");

    /// <summary>The last day as it was on the day to judge by, before what gave it another one later.</summary>
    private const string LateAfterThen = """
        case when cardinality(dates) = 0 then late_after
             else (select substr(each, 12, 10)::date from unnest(dates) with ordinality as earlier (each, place)
                   where left(each, 10)::date <= @on order by place desc limit 1) end
        """;

    private static readonly string State = $"""
        case when met_on <= @on then case when met_on <= late_after then 'met' else 'met_late' end
             when waived_on <= @on then 'waived'
             when ended_on <= @on then 'ended'
             when {Paused} then 'suspended'
             when late_after < @on then 'overdue'
             when late_after = @on then 'due_today'
             when late_after <= @on + @soon then 'due_soon'
             else 'open' end
        """;

    /// <summary>
    /// The moment, the counts and a page, from one snapshot. The page is picked by what the indexes hold; only its own lines are read
    /// in full.
    /// </summary>
    public static string For(DeadlineFilter filter)
    {
        var known = string.Join(" union all ", Sources(filter));
        var (order, past) = filter.Scope == DeadlineScope.Over ? ("desc", "<") : ("asc", ">");
        var after = filter.After is null ? "" : $"and (late_after, stream_id, row_key) {past} (@afterDay, @afterCase, @afterRequest)";
        return $"""
            begin isolation level repeatable read read only;

            lock table ombud.response_deadlines in access share mode;

            select coalesce(@asOf, clock_timestamp());

            select unit, {State} as state, count(*)::int as n from ({known}) as known group by 1, 2;

            select line.stream_id, {Columns}, page.unit, page.state
            from (select stream_id, row_key, recorded_from, unit, late_after, {State} as state from ({known}) as known
                  where true {Stated(filter.State)} {after}
                  order by late_after {order}, stream_id {order}, row_key {order} limit @limit) as page
            join ombud.response_deadlines as line
                 on line.tenant_id = @tenant and line.stream_id = page.stream_id and line.row_key = page.row_key
                    and line.recorded_from = page.recorded_from
            order by page.late_after {order}, page.stream_id {order}, page.row_key {order};

            commit
            """;
    }

    /// <summary>True where a deadline is suspended on a day.</summary>
    public static string PausedOn(string day) =>
        $$"""
            (cardinality(pauses) > 0 and exists (select from unnest(pauses) as pause
                where left(pause, 10)::date <= {{day}} and (substr(pause, 12, 2) = '..' or substr(pause, 12, 10)::date > {{day}})))
            """;

    /// <summary>The unit that a request was with on a day: the first that it was taken from later, or else the present one.</summary>
    public static string UnitOn(string day) =>
        $$"""
            case when former_units = '{}' then unit
                 else coalesce((select substr(former, 12) from unnest(former_units) with ordinality as moved(former, place)
                                where left(former, 10)::date > {{day}} order by place limit 1), unit) end
            """;

    /// <summary>Where the rows of the scope are found. A case has few; of the others what waits and what is over are apart.</summary>
    private static IEnumerable<string> Sources(DeadlineFilter filter) =>
        filter switch
        {
            { Case: not null } => [Rows(filter, Table, Days, $"stream_id = @case and {Scoped(filter.Scope)}")],
            { Scope: DeadlineScope.Over } => [Rows(filter, Table, Days, $"{ResponseDeadlines.Over} and {Scoped(filter.Scope)}")],
            { OnIsLatest: true } => [Waiting(filter)],
            // By an earlier day also what was still waiting then.
            _ =>
            [
                Waiting(filter),
                Rows(filter, Table, Days, $"{ResponseDeadlines.Over} and {ResponseDeadlines.OverOn} > @on and {Scoped(filter.Scope)}"),
            ],
        };

    private static string Waiting(DeadlineFilter filter) =>
        Rows(
            filter,
            Known.ByLength(Table, filter.AsOf),
            "null::date as met_on, null::date as waived_on, null::date as ended_on",
            ResponseDeadlines.Outstanding
        );

    private static string Rows(DeadlineFilter filter, string table, string days, string which)
    {
        var lateAfter = filter.OnIsLatest ? "late_after" : $"({LateAfterThen})";
        return $"""
         select stream_id, row_key, recorded_from, {Unit} as unit, {lateAfter} as late_after, pauses, {days} from {table}
         where {string.Join(" and ", new[]
         {
             "tenant_id = @tenant", Known.AsOf(filter.AsOf), which, "late_after is not null", "requested_on <= @on",
             filter.Unit is null ? null : $"{Unit} = @unit",
             filter.Rule is null ? null : "rule = @rule",
             filter.Kind is null ? null : "kind = @kind",
             filter.DueFrom is null ? null : $"{lateAfter} >= @dueFrom",
             filter.DueTo is null ? null : $"{lateAfter} <= @dueTo",
         }.OfType<string>())}
         """;
    }

    private static string Scoped(DeadlineScope scope) =>
        scope switch
        {
            DeadlineScope.Waiting => "(met_on is null or met_on > @on) and (ended_on is null or ended_on > @on)",
            DeadlineScope.Over => "(met_on <= @on or ended_on <= @on)",
            _ => "true",
        };

    /// <summary>The state, and beside it the days that it can be found by.</summary>
    private static string Stated(DeadlineState? state) =>
        state switch
        {
            null => "",
            DeadlineState.Overdue => $"and late_after < @on and {State} = @state",
            DeadlineState.DueToday => $"and late_after = @on and {State} = @state",
            DeadlineState.DueSoon => $"and late_after > @on and late_after <= @on + @soon and {State} = @state",
            DeadlineState.Open => $"and late_after > @on + @soon and {State} = @state",
            DeadlineState.Suspended => $"and {Paused} and {State} = @state",
            _ => $"and {State} = @state",
        };
}
