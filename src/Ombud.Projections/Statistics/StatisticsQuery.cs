using Dapper;
using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>The annual (tertial, status, any) report's figures, counted when asked for.</summary>
public sealed class StatisticsQuery(TenantDatabase database)
{
    /// <param name="municipality">As known at <paramref name="asOf"/>: a label that changed later does not change an old report.</param>
    /// <param name="asOf">The moment whose knowledge is asked for, or null for now.</param>
    /// <param name="language">One of <see cref="Domain.Phrase.Languages"/>.</param>
    /// <param name="tables">The tables that it is to have; null for those that every report has.</param>
    public async Task<StatisticsReport> RunAsync(
        string tenant,
        Municipality municipality,
        ReportingPeriod period,
        Instant? asOf,
        string language,
        CancellationToken cancel,
        CountingRules rules = CountingRules.Current,
        IReadOnlyList<TableName>? tables = null
    )
    {
        var replaces = municipality.Lists.Any(list => list.Successions().Count > 0);
        var asked = new TableCounting(
            tables ?? [],
            [.. new[] { period, period.Before(), period.YearBefore() }.Select(of => FigureScope.Of(municipality, of, language))]
        );
        using var span = Instruments.Spans.StartActivity("count");
        var (counts, counted) = await CountAsync(tenant, municipality, period, asOf, rules, replaces, asked, cancel);
        return Sealed(
            new StatisticsLayout(tenant, municipality, period, language).Build(counts, tables is null ? null : Asked(tables, counted))
        );
    }

    /// <summary>The report with the digest of all else that it says.</summary>
    public static StatisticsReport Sealed(StatisticsReport report)
    {
        var bare = report with { Digest = null };
        return bare with { Digest = CanonicalJson.Digest(bare) };
    }

    private static StatisticsTables Asked(IReadOnlyList<TableName> tables, IReadOnlyList<CountedPeriod> counted)
    {
        var layout = new FigureTables(counted[0], [counted[1], counted[2]]);
        return new(tables.Select(table => ($"{table}", (object?)layout.Build(table))));
    }

    private async Task<(Counts Counts, IReadOnlyList<CountedPeriod> Asked)> CountAsync(
        string tenant,
        Municipality municipality,
        ReportingPeriod period,
        Instant? asOf,
        CountingRules rules,
        bool byCode,
        TableCounting asked,
        CancellationToken cancel
    )
    {
        var (before, yearBefore) = (period.Before(), period.YearBefore());
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var results = await connection.QueryMultipleAsync(
            new CommandDefinition(
                CountingSql.For(asOf, rules, byCode, municipality.HasReplyTargets, asked.Sql(asOf)),
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
        var days = register.Concat(await results.ReadAsync<RegisterCell>()).ToList();
        var receivedBefore = With(days.Received(before), await results.ReadSingleAsync<(int, int)>());
        var receivedYearBefore = With(days.Received(yearBefore), await results.ReadSingleAsync<(int, int)>());
        var responses = (await results.ReadAsync<ResponseCell>()).ToList();
        var registerBefore = byCode ? (await results.ReadAsync<RegisterCell>()).ToList() : null;
        var registerYearBefore = byCode ? (await results.ReadAsync<RegisterCell>()).ToList() : null;
        var counts = new Counts(
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
            own,
            flow.NetProcessingTime()
        );
        return (counts, await asked.ReadAsync(results));

        static (int, int, int, int) With((int Inquiries, int Cases, int Matters) received, (int Count, int Inquiries) people) =>
            (received.Inquiries, received.Cases, received.Matters, people.Count);
    }
}
