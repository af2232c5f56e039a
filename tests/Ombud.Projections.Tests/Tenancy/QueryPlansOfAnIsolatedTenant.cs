using System.Text.RegularExpressions;
using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Reports;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Cases;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Tenancy;

/// <summary>
/// Under row-level security PostgreSQL looks nothing up by an expression whose functions are not leakproof: it would read all of a
/// municipality's
/// history instead, and nothing but time would tell. So what the indexes are for is looked for in the plans.
/// </summary>
public sealed partial class QueryPlansOfAnIsolatedTenant(EighteenYears history) : IClassFixture<EighteenYears>
{
    private static readonly Instant Earlier = Instant.FromUtc(2012, 6, 13, 13, 0);
    private static readonly Instant Later = Instant.FromUtc(2012, 9, 1, 0, 0);
    private static readonly ReportingPeriod Year = new(new(2011, 1, 1), new(2011, 12, 31));

    /// <summary>So many that what changed between two moments is less.</summary>
    private static readonly ReportingPeriod Years = new(new(2004, 1, 1), new(2011, 12, 31));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task count_a_period_as_of_a_moment_by_how_long_rows_were_known_and_cases_were_open()
    {
        var plans = await PlansAsync(CountingSql.For(Earlier, CountingRules.Current, own: true));
        plans.ShouldContain(
            plan => plan.Index == "case_register_received_history" && plan.Condition.Contains("received_on >="),
            Text(plans)
        );
        plans.ShouldContain(plan => plan.Index == "case_people_received_history" && plan.Condition.Contains("received_on >="), Text(plans));
        plans.ShouldContain(plan => plan.Index == "case_flow_open_history" && plan.Condition.Contains("known_length ="), Text(plans));
        plans.ShouldContain(plan => plan.Index == "case_flow_closed" && plan.Condition.Contains("open_length ="), Text(plans));
        plans.ShouldContain(
            plan => plan.Index == "response_deadlines_outstanding_history" && plan.Condition.Contains("known_length ="),
            Text(plans)
        );
        plans.ShouldContain(
            plan => plan.Index == "response_deadlines_over" && plan.Condition.Contains("(GREATEST(met_on, ended_on, responded_on)) >="),
            Text(plans)
        );
    }

    [Fact]
    public async Task count_a_period_now_by_the_rows_that_hold()
    {
        var plans = await PlansAsync(CountingSql.For(null, CountingRules.Current, own: true));
        plans.ShouldContain(plan => plan.Index == "case_people_received" && plan.Condition.Contains("received_on >="), Text(plans));
        plans.ShouldContain(plan => plan.Index == "case_register_received" && plan.Condition.Contains("received_on >="), Text(plans));
        plans.ShouldContain(plan => plan.Index == "case_flow_closed" && plan.Condition.Contains("open_length ="), Text(plans));
        plans.ShouldContain(
            plan => plan.Index == "response_deadlines_over" && plan.Condition.Contains("(GREATEST(met_on, ended_on, responded_on)) >="),
            Text(plans)
        );
    }

    [Fact]
    public async Task compare_two_moments_by_what_changed_between_them()
    {
        var plans = await PlansAsync(ChangedCases.Sql((Years.From, Years.CutOff), Later), Years);
        foreach (
            var index in new[]
            {
                "case_register_changed",
                "case_people_changed",
                "case_flow_open_history",
                "case_flow_closed_changed",
                "response_deadlines_outstanding_history",
                "response_deadlines_rest_changed",
            }
        )
            plans.ShouldContain(plan => plan.Index == index && plan.Condition.Contains("known_length ="), Text(plans));
        plans.ShouldContain(
            plan => plan.Index == "response_deadlines_over" && plan.Condition.Contains("(GREATEST(met_on, ended_on, responded_on)) >"),
            Text(plans)
        );
    }

    [Fact]
    public async Task show_the_board_as_of_a_moment_by_how_long_rows_were_known()
    {
        var plans = await PlansAsync(
            BoardSql.For(new DeadlineFilter(new(2012, 6, 13), true, 7, Earlier, null, null, null, null, null, null, null, null, 50))
        );
        plans.ShouldContain(
            plan => plan.Index == "response_deadlines_outstanding_history" && plan.Condition.Contains("known_length ="),
            Text(plans)
        );
    }

    [Fact]
    public async Task find_the_greatest_number_of_a_year_by_the_numbers_of_each_length()
    {
        var sql = NextCaseNumber
            .LastSql.Replace("$1", "@tenant", StringComparison.Ordinal)
            .Replace("$2", "6", StringComparison.Ordinal)
            .Replace("$3", "23", StringComparison.Ordinal)
            .Replace("$4", "'2011-0'", StringComparison.Ordinal)
            .Replace("$5", "'2011-:'", StringComparison.Ordinal)
            .Replace("$6", "'^2011-([0-9]{4}|[1-9][0-9]{4,17})$'", StringComparison.Ordinal);
        var plans = await PlansAsync(sql);
        plans.ShouldContain(
            plan =>
                plan.Index == "case_register_numbered"
                && plan.Condition.Contains("number_length =")
                && plan.Condition.Contains("number ~>=~")
                && plan.Condition.Contains("number ~<~"),
            Text(plans)
        );
    }

    private static string Text(IEnumerable<(string Index, string Condition)> plans) => string.Join('\n', plans);

    /// <summary>
    /// The indexes of the plans, and what each is looked up by. Tables of this size may as well be read from end to end, so that is made
    /// dear; whether a condition can be looked up by at all does not depend on it.
    /// </summary>
    private async Task<IReadOnlyList<(string Index, string Condition)>> PlansAsync(string sql, ReportingPeriod? asked = null)
    {
        const string Dear = "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off";
        await using var tenants = TenantDatabase.Isolated(
            new NpgsqlConnectionStringBuilder(history.ConnectionString) { Options = Dear }.ConnectionString
        );
        await using var connection = await tenants.OpenAsync("north", Cancel);
        var (found, index) = (new List<(string, string)>(), "");
        foreach (var statement in sql.Split(';').Where(statement => statement.TrimStart().StartsWith("select", StringComparison.Ordinal)))
        foreach (var line in await connection.QueryAsync<string>($"explain {statement}", Parameters(asked ?? Year)))
            if (ScanUsing().Match(line) is { Success: true } scan)
                index = scan.Groups[1].Value;
            else if (line.Contains("Index Cond:", StringComparison.Ordinal))
                found.Add((index, line.Trim()));
        return found;
    }

    /// <summary>An index's name ends with that of its build.</summary>
    [GeneratedRegex("Index.* Scan.* using (\\w+)_[0-9a-f]{8} on")]
    private static partial Regex ScanUsing();

    private static object Parameters(ReportingPeriod period) =>
        new
        {
            tenant = "north",
            from = period.From,
            cutOff = period.CutOff,
            fromBefore = period.From,
            cutOffBefore = period.CutOff,
            fromYearBefore = period.From,
            cutOffYearBefore = period.CutOff,
            asOf = Earlier,
            zone = "Europe/Oslo",
            earlier = Earlier,
            later = Later,
            judgedEarlier = period.From,
            judgedLater = period.CutOff,
            on = new LocalDate(2012, 6, 13),
            soon = 7,
            limit = 50,
        };
}
