using Dapper;
using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity.Json;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Statistics;

/// <summary>The annual (tertial, status, any) report's figures, counted when asked for.</summary>
public sealed class StatisticsQuery(TenantDatabase database)
{
    /// <param name="municipality">As known at <paramref name="asOf"/>: a label that changed later does not change an old report.</param>
    /// <param name="asOf">The moment whose knowledge is asked for, or null for now.</param>
    /// <param name="language"><c>nb</c>, <c>da</c> or <c>en</c>.</param>
    public async Task<StatisticsReport> RunAsync(
        string tenant,
        Municipality municipality,
        ReportingPeriod period,
        Instant? asOf,
        string language,
        CancellationToken cancel,
        CountingRules rules = CountingRules.Current
    )
    {
        var replaces = municipality.Lists.Any(list => list.Successions().Count > 0);
        var counts = await CountAsync(tenant, municipality, period, asOf, rules, replaces, cancel);
        return Sealed(new StatisticsLayout(tenant, municipality, period, language).Build(counts));
    }

    /// <summary>The report with the digest of all else that it says.</summary>
    public static StatisticsReport Sealed(StatisticsReport report)
    {
        var bare = report with { Digest = null };
        return bare with { Digest = CanonicalJson.Digest(bare) };
    }

    private async Task<Counts> CountAsync(
        string tenant,
        Municipality municipality,
        ReportingPeriod period,
        Instant? asOf,
        CountingRules rules,
        bool byCode,
        CancellationToken cancel
    )
    {
        var (before, yearBefore) = (period.Before(), period.YearBefore());
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var results = await connection.QueryMultipleAsync(
            new CommandDefinition(
                CountingSql.For(asOf, rules, byCode, municipality.HasReplyTargets),
                new
                {
                    tenant,
                    period.From,
                    period.CutOff,
                    fromBefore = before.From,
                    cutOffBefore = before.CutOff,
                    fromYearBefore = yearBefore.From,
                    cutOffYearBefore = yearBefore.CutOff,
                    asOf,
                    zone = municipality.Zone.Id,
                },
                cancellationToken: cancel
            )
        );
        var moment = await results.ReadSingleAsync<Instant>();
        var register = (await results.ReadAsync<RegisterCell>()).ToList();
        var flow = (await results.ReadAsync<FlowCell>()).ToList();
        var own = (await results.ReadAsync<OwnCell>()).ToList();
        var people = await results.ReadSingleAsync<(int, int)>();
        var receivedBefore = await results.ReadSingleAsync<(int, int, int, int)>();
        var receivedYearBefore = await results.ReadSingleAsync<(int, int, int, int)>();
        var responses = (await results.ReadAsync<ResponseCell>()).ToList();
        var registerBefore = byCode ? (await results.ReadAsync<RegisterCell>()).ToList() : null;
        var registerYearBefore = byCode ? (await results.ReadAsync<RegisterCell>()).ToList() : null;
        return new(
            moment,
            register.Counts().Concat(flow.Outcomes()).ToDictionary(),
            register.Inquiries(),
            register.Cases(),
            flow.Counts(),
            flow.ProcessingTime(),
            responses,
            people,
            receivedBefore,
            receivedYearBefore,
            registerBefore?.Counts().ToDictionary(),
            registerYearBefore?.Counts().ToDictionary(),
            own
        );
    }
}
