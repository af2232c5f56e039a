using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Reports;
using Ombud.EventStore.Tenancy;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.RowSecurity;

/// <summary>
/// Behind the wall PostgreSQL looks nothing up by an expression whose functions are not leakproof: it would read all of a municipality's
/// history instead, and nothing but time would tell. So what the indexes are for is looked for in the plans.
/// </summary>
public sealed class PlansBehindTheWall(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static readonly Instant Earlier = Instant.FromUtc(2023, 6, 13, 13, 0);
    private static readonly Instant Later = Instant.FromUtc(2023, 9, 1, 0, 0);
    private static readonly ReportingPeriod Year = new(new(2023, 1, 1), new(2023, 12, 31));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task count_a_period_as_of_a_moment_by_how_long_rows_were_known_and_stretches_lasted()
    {
        var plans = await PlansAsync(CountingSql.For(Earlier));
        plans.ShouldContain(Lookup("case_register_received_history", "received_on >="));
        plans.ShouldContain(Lookup("case_flow_open_history", "known_length ="));
        plans.ShouldContain(Lookup("case_flow_closed", "open_length ="));
        plans.ShouldContain(Lookup("response_deadlines_outstanding_history", "known_length ="));
        plans.ShouldContain(Lookup("response_deadlines_over", "GREATEST(met_on, waived_on, responded_on) >="));
    }

    [Fact]
    public async Task count_a_period_now_by_the_rows_that_hold()
    {
        var plans = await PlansAsync(CountingSql.For(null));
        plans.ShouldContain(Lookup("case_register_received", "received_on >="));
        plans.ShouldContain(Lookup("case_flow_closed", "open_length ="));
        plans.ShouldContain(Lookup("response_deadlines_over", "GREATEST(met_on, waived_on, responded_on) >="));
    }

    [Fact]
    public async Task compare_two_moments_by_what_changed_between_them()
    {
        var plans = await PlansAsync(ChangedCases.Sql((Year.From, Year.CutOff), Later));
        foreach (var index in new[] { "case_register_changed", "case_flow_open_history", "case_flow_closed_changed", "response_deadlines_outstanding_history", "response_deadlines_rest_changed" })
            plans.ShouldContain(Lookup(index, "known_length ="));
        plans.ShouldContain(Lookup("response_deadlines_over", "GREATEST(met_on, waived_on, responded_on) >"));
    }

    [Fact]
    public async Task show_the_board_as_of_a_moment_by_how_long_rows_were_known() =>
        (await PlansAsync(BoardSql.For(new DeadlineFilter(new(2023, 6, 13), true, 7, Earlier, null, null, null, null, null, null, null, null, 50))))
            .ShouldContain(Lookup("response_deadlines_outstanding_history", "known_length ="));

    private static string Lookup(string index, string condition) => $"{index} by {condition}";

    /// <summary>
    /// What each index of the plans is looked up by, as far as it is asked for. In empty tables any plan is as good as any other, so reading a
    /// whole table is made dear; whether a condition can be looked up by at all does not depend on that.
    /// </summary>
    private async Task<IReadOnlyList<string>> PlansAsync(string sql)
    {
        await using var tenants = TenantDatabase.Walled(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off" }.ConnectionString);
        await using var connection = await tenants.OpenAsync("north", Cancel);
        var found = new List<string>();
        foreach (var statement in sql.Split(';').Where(statement => statement.TrimStart().StartsWith("select", StringComparison.Ordinal)))
        {
            var (lines, index) = (await connection.QueryAsync<string>($"explain {statement}", Parameters), "");
            foreach (var line in lines)
            {
                if (line.Split(" using ") is [_, var scan] && line.Contains("Index", StringComparison.Ordinal))
                    index = scan.Split("_", StringSplitOptions.None) is var parts ? string.Join('_', parts.TakeWhile(part => !IsBuild(part))) : "";
                if (line.Contains("Index Cond:", StringComparison.Ordinal))
                    found.AddRange(line.Split(['(', ')'])
                        .Select(condition => Lookup(index, condition)));
                if (line.Contains("Index Cond:", StringComparison.Ordinal))
                    found.Add($"{index} {line.Trim()}");
            }
        }
        return found;
    }

    private static bool IsBuild(string part) => part.Length >= 8 && part[..8].All(char.IsAsciiHexDigit);

    private static object Parameters => new
    {
        tenant = "north", from = Year.From.ToDateOnly(), cutOff = Year.CutOff.ToDateOnly(), fromBefore = Year.From.ToDateOnly(), cutOffBefore = Year.CutOff.ToDateOnly(),
        fromYearBefore = Year.From.ToDateOnly(), cutOffYearBefore = Year.CutOff.ToDateOnly(), asOf = Earlier.ToDateTimeUtc(), zone = "Europe/Oslo",
        earlier = Earlier.ToDateTimeUtc(), later = Later.ToDateTimeUtc(), judgedEarlier = Year.From.ToDateOnly(), judgedLater = Year.CutOff.ToDateOnly(),
        on = new DateOnly(2023, 6, 13), soon = 7, limit = 50,
    };
}
