using NodaTime;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Statistics;

/// <summary>The counting itself: SQL over the rows known at the moment. Nothing is counted ahead of time.</summary>
internal static class CountingSql
{
    /// <summary>
    /// One read-only snapshot, so that every figure speaks of the same moment. The cases of the period are first grouped by all
    /// their codes at once and the tables made from the groups, so that each row is touched once. The tables are locked before the
    /// snapshot is taken: who waits for one that is being swapped must not look into the new one from a moment before the swap.
    /// </summary>
    public static string For(Instant? asOf) =>
        $"""
         begin isolation level repeatable read read only;

         lock table ombud.case_register, ombud.case_flow in access share mode;

         select coalesce(@asOf, clock_timestamp());

         with grouped as (
             select date_trunc('month', received_on)::date as month, service_area, channel, referral_source, matters, is_case, count(*) as n
             from ombud.case_register
             where tenant_id = @tenant and received_on between @from and @cutOff and {Known.AsOf(asOf)} and status <> 'voided'
             group by 1, 2, 3, 4, 5, 6)
         select 'inquiry' as dimension, null as code, sum(n)::int as n from grouped
         union all select 'case', null, sum(n)::int from grouped where is_case
         union all select 'month', to_char(month, 'YYYY-MM'), sum(n)::int from grouped where is_case group by month
         union all select 'serviceArea', service_area, sum(n)::int from grouped where is_case group by service_area
         union all select 'channel', channel, sum(n)::int from grouped where is_case group by channel
         union all select 'referralSource', referral_source, sum(n)::int from grouped where is_case group by referral_source
         union all select 'matter', matter, sum(n)::int from grouped cross join unnest(matters) as matter where is_case group by matter;

         select count(*) filter (where opened_on < @from and coalesce(closed_on >= @from, true))::int as open_at_start,
                count(*) filter (where ordinal = 0 and opened_on >= @from)::int as received,
                count(*) filter (where ordinal > 0 and opened_on >= @from)::int as reopened,
                count(*) filter (where closed_on between @from and @cutOff)::int as closed,
                count(*) filter (where coalesce(closed_on > @cutOff, true))::int as open_at_end,
                (percentile_cont(0.5) within group (order by closed_on - received_on) filter (where closed_on between @from and @cutOff))::numeric as median,
                percentile_disc(0.9) within group (order by closed_on - received_on) filter (where closed_on between @from and @cutOff) as p90,
                max(closed_on - received_on) filter (where closed_on between @from and @cutOff) as maximum
         from ombud.case_flow
         where tenant_id = @tenant and opened_on <= @cutOff and {Known.AsOf(asOf)};

         select outcome as code, count(*)::int as n from ombud.case_flow
         where tenant_id = @tenant and closed_on between @from and @cutOff and {Known.AsOf(asOf)}
         group by outcome;

         select count(*)::int as inquiries, (count(*) filter (where is_case))::int as cases,
                coalesce(sum(cardinality(matters)) filter (where is_case), 0)::int as matters
         from ombud.case_register
         where tenant_id = @tenant and received_on between @fromBefore and @cutOffBefore and {Known.AsOf(asOf)} and status <> 'voided';

         commit
         """;
}
