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
    /// One read-only snapshot, so that every figure is of the same moment. Each row is read once and counted by its day, by its
    /// codes and by its matters: all of them together make nearly as many groups as there are rows.
    /// </summary>
    /// <param name="byCode">True where the earlier periods are counted by their codes too.</param>
    /// <param name="own">Whether the ombud's own replies are counted.</param>
    /// <param name="asked">The statements that count the tables that were asked for.</param>
    public static string For(Instant? asOf, CountingRules rules, bool byCode = false, bool own = false, string asked = "") =>
        InSnapshot(
            $"""
            select coalesce(@asOf, clock_timestamp());

            {Register("@from", "@cutOff", asOf)};

            select case grouping(earlier, days, outcome, net_days) when 7 then 'flow' when 11 then 'days' when 13 then 'outcome'
                        when 14 then 'net' else 'age' end as dimension,
                   earlier, again, open_at_end, days, net_days, outcome, age, count(*)::int as n
            from (
                select opened_on < @from as earlier, ordinal > 0 as again, coalesce(closed_on > @cutOff, true) as open_at_end,
                       closed_on - received_on as days, net_days, outcome,
                       case when coalesce(closed_on > @cutOff, true) then {OpenAges.Sql("@cutOff - received_on")} end as age
                from ({CaseFlow.Reaching(asOf)}) as reaching) as open_periods
            group by grouping sets ((earlier, again, open_at_end), (days, open_at_end), (net_days, open_at_end), (outcome, open_at_end),
                                    (age, open_at_end));

            select received_on as received, acknowledged_on as acknowledged, first_replied_on as replied, count(*)::int as n
            from ombud.case_register
            where {CaseRegister.ReceivedIn(asOf)} {(own ? "" : "and false")}
            group by received_on, acknowledged_on, first_replied_on;

            {CasePeople.Counts("@from", "@cutOff", asOf)};

            {Received("@fromBefore", "@cutOffBefore", asOf)};

            {Received("@fromYearBefore", "@cutOffYearBefore", asOf)};

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

    private static string Register(string from, string cutOff, Instant? asOf) =>
        $"""
            select case grouping(received_on, service_area, matters) when 3 then 'day' when 5 then 'codes' when 6 then 'units'
                        when 7 then 'kinds' else 'matters' end
                       as dimension,
                   received_on as day, service_area, channel, referral_source, matters, units[1] as unit,
                   inquiry_type, decline_reason, is_case, count(*)::int as n
            from ombud.case_register
            where {CaseRegister.ReceivedIn(asOf, from, cutOff)}
            group by grouping sets ((received_on, is_case),
                                    (service_area, channel, referral_source, is_case),
                                    (service_area, matters, is_case),
                                    (unit, matters, is_case),
                                    (inquiry_type, decline_reason))
            """;

    /// <summary>The four counts of another period.</summary>
    private static string Received(string from, string cutOff, Instant? asOf) =>
        $"""
            select count(*)::int as inquiries, (count(*) filter (where is_case))::int as cases,
                   coalesce(sum(cardinality(matters)) filter (where is_case), 0)::int as matters,
                   (select count from ({CasePeople.Counts(from, cutOff, asOf)}) as people) as people
            from ombud.case_register
            where {CaseRegister.ReceivedIn(asOf, from, cutOff)}
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
