using NodaTime;
using Ombud.Projections.Cases;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Figures;
using Ombud.Projections.Flow;

namespace Ombud.Projections.Statistics;

/// <summary>The counting itself: SQL over the rows known at the moment. Nothing is counted ahead of time.</summary>
internal static class CountingSql
{
    /// <summary>
    /// One read-only snapshot, so that every figure is of the same moment. Each row of the period is read once. All that it has together
    /// makes nearly as many groups as there are rows, and a group for each code by itself takes as many looks as there are codes: so it is
    /// counted by a few things at once.
    /// </summary>
    /// <param name="byCode">True where the earlier periods are counted by their codes too.</param>
    /// <param name="own">Whether the ombud's own replies are counted.</param>
    /// <param name="asked">The statements that count the tables that were asked for.</param>
    public static string For(Instant? asOf, CountingRules rules, bool byCode = false, bool own = false, string asked = "") =>
        InSnapshot(
            $"""
            select coalesce(@asOf, clock_timestamp());

            {Register("@from", "@cutOff", asOf)};

            select case grouping(earlier, days) when 1 then 'flow' else 'days' end as dimension,
                   earlier, again, open_at_end, outcome, age, days, net_days, count(*)::int as n
            from (
                select opened_on < @from as earlier, ordinal > 0 as again, coalesce(closed_on > @cutOff, true) as open_at_end,
                       closed_on - received_on as days, net_days, outcome,
                       case when coalesce(closed_on > @cutOff, true) then {OpenAges.Sql("@cutOff - received_on")} end as age
                from ({CaseFlow.Reaching(asOf)}) as reaching) as open_periods
            group by grouping sets ((earlier, again, open_at_end, outcome, age), (days, net_days, open_at_end));

            select received_on as received, acknowledged_on as acknowledged, first_replied_on as replied, count(*)::int as n
            from ombud.case_register
            where {CaseRegister.ReceivedIn(asOf)} {(own ? "" : "and false")}
            group by received_on, acknowledged_on, first_replied_on;

            {CasePeople.Counts("@from", "@cutOff", asOf)};

            {ReceivedEarlier(asOf)};

            {CasePeople.Counts("@fromBefore", "@cutOffBefore", asOf)};

            {CasePeople.Counts("@fromYearBefore", "@cutOffYearBefore", asOf)};

            select unit, rule, kind, outcome, days, count(*)::int as n
            from (
                select {BoardSql.UnitOn("@cutOff")} as unit, rule, kind,
                       case when late_after is null then null
                            when met_on between @from and @cutOff then case when met_on <= late_after then 'met' else 'late' end
                            when met_on <= @cutOff or {Ended(rules)} then null
                            when late_after < judged.day and not {BoardSql.PausedOn("least(judged.day, @cutOff)")} then 'none'
                            else 'pending' end as outcome,
                       case when responded_on between @from and @cutOff then responded_on - coalesce(starts_on, requested_on) end as days
                from ({Requests(asOf, rules)}) as requests,
                     (select least({JudgedBy(
                rules
            )}, (coalesce(@asOf, clock_timestamp()) at time zone @zone)::date) as day) as judged) as counted
            where outcome is not null or days is not null
            group by grouping sets ((unit, rule, kind, outcome), (unit, days));

            {(
                byCode
                    ? $"{Register("@fromBefore", "@cutOffBefore", asOf)}; {Register("@fromYearBefore", "@cutOffYearBefore", asOf)};"
                    : ""
            )}

            {asked}
            """
        );

    /// <summary>
    /// Statements in one read-only snapshot. The tables are locked before it is taken: who waits for one that is being swapped must not
    /// look into the new one from a moment before the swap.
    /// </summary>
    public static string InSnapshot(string statements) =>
        $"""
            begin isolation level repeatable read read only;

            lock table ombud.case_register, ombud.case_people, ombud.case_flow, ombud.response_deadlines in access share mode;

            set local work_mem = '64MB';

            {statements}

            commit
            """;

    /// <summary>
    /// Each row is counted three times: with its day, with how it came, and with what it is about. What one row has together counts
    /// for several tables, and there are few such combinations.
    /// </summary>
    private static string Register(string from, string cutOff, Instant? asOf)
    {
        var ways = StandardTables.Ways.Select((dimension, place) => (Name: $"way_{place}", Sql: dimension.OfRow)).ToList();
        var names = string.Join(", ", ways.Select(way => way.Name));
        return $"""
            select case grouping(received_on, unit) when 1 then 'day' when 2 then 'topics' else 'ways' end as dimension,
                   received_on as day, about, array[{names}]::text[] as ways, service_area, unit, matters, is_case, count(*)::int as n
            from (select received_on, is_case, service_area, matters, units[1] as unit, cardinality(matters) as about,
                         {string.Join(", ", ways.Select(way => $"{way.Sql} as {way.Name}"))}
                  from ombud.case_register as c
                  where {CaseRegister.ReceivedIn(asOf, from, cutOff)}) as register
            group by grouping sets ((received_on, about, is_case), ({names}, is_case), (service_area, unit, matters, is_case))
            """;
    }

    /// <summary>What was received in the two earlier periods, day by day, as far as it is not of the period itself.</summary>
    private static string ReceivedEarlier(Instant? asOf) =>
        $"""
            select 'day' as dimension, received_on as day, cardinality(matters) as about, is_case, count(*)::int as n
            from ombud.case_register
            where {CaseRegister.ReceivedIn(asOf, "least(@fromBefore, @fromYearBefore)", "@from - 1")}
                  and (received_on between @fromBefore and @cutOffBefore or received_on between @fromYearBefore and @cutOffYearBefore)
            group by received_on, about, is_case
            """;

    /// <summary>
    /// The requests that still wait, and those of which anything happened since the period began. Earlier ones are not of the period.
    /// </summary>
    private static string Requests(Instant? asOf, CountingRules rules) =>
        $"""
            select unit, former_units, rule, kind, pauses, requested_on, late_after, null::date as met_on, null::date as waived_on,
                   null::date as ended_on, null::date as responded_on, null::date as starts_on
            from {Known.ByLength("ombud.response_deadlines", asOf)}
            where tenant_id = @tenant and {Known.AsOf(
                asOf
            )} and {ResponseDeadlines.Outstanding} and requested_on <= @cutOff and not promised
            union all
            select unit, former_units, rule, kind, pauses, requested_on, late_after, met_on, waived_on, ended_on, responded_on, starts_on
            from ombud.response_deadlines
            where tenant_id = @tenant and {Known.AsOf(asOf)} and {ResponseDeadlines.Over}
                  and {Reaching(rules)}
                  and requested_on <= @cutOff and not promised
            """;

    /// <summary>True for what anything happened to since the period began; by the first rules a request outlives its case.</summary>
    private static string Reaching(CountingRules rules) =>
        rules == CountingRules.First
            ? "(greatest(met_on, waived_on, responded_on) >= @from or (met_on is null and waived_on is null))"
            : $"{ResponseDeadlines.OverOn} >= @from";

    /// <summary>The first day on which what ends with the period is late.</summary>
    private static string JudgedBy(CountingRules rules) => rules == CountingRules.First ? "@cutOff" : "@cutOff + 1";

    /// <summary>True for what nobody waited for any more before its last day had ended. What had ended then stays a breach.</summary>
    private static string Ended(CountingRules rules) =>
        rules == CountingRules.First ? "waived_on <= @cutOff" : "(ended_on <= @cutOff and (ended_on <= late_after or ended_on < @from))";
}
