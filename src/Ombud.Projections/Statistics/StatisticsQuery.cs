using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.EventStore.Json;

namespace Ombud.Projections.Statistics;

/// <summary>The annual (tertial, status, any) report's figures, counted when asked for.</summary>
public sealed class StatisticsQuery(NpgsqlDataSource database)
{
    private const string NotRecorded = "";

    /// <param name="municipality">As known at <paramref name="asOf"/>: a label that changed later does not change an old report.</param>
    /// <param name="asOf">The moment whose knowledge is asked for, or null for now.</param>
    /// <param name="language"><c>nb</c>, <c>da</c> or <c>en</c>.</param>
    public async Task<StatisticsReport> RunAsync(
        string tenant, Municipality municipality, ReportingPeriod period, Instant? asOf, string language, CancellationToken cancel)
    {
        var counts = await CountAsync(tenant, period, asOf, cancel);
        var report = new StatisticsLayout(tenant, municipality, period, language).Lay(counts);
        return report with { Digest = CanonicalJson.Digest(report) };
    }

    private async Task<Counts> CountAsync(string tenant, ReportingPeriod period, Instant? asOf, CancellationToken cancel)
    {
        var before = period.YearBefore();
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(CountingSql.For(asOf), new
        {
            tenant,
            from = period.From.ToDateOnly(), cutOff = period.CutOff.ToDateOnly(),
            fromBefore = before.From.ToDateOnly(), cutOffBefore = before.CutOff.ToDateOnly(),
            asOf = asOf?.ToDateTimeUtc(),
        }, cancellationToken: cancel));
        var moment = Instant.FromDateTimeUtc(await results.ReadSingleAsync<DateTime>());
        var cells = (await results.ReadAsync<Cell>()).ToLookup(cell => cell.Dimension);
        var flow = await results.ReadSingleAsync<FlowRow>();
        var outcomes = (await results.ReadAsync<Cell>()).ToDictionary(cell => cell.Code ?? NotRecorded, cell => cell.N);
        var yearBefore = await results.ReadSingleAsync<(int, int, int)>();
        var by = cells.ToDictionary(group => group.Key, IReadOnlyDictionary<string, int> (group) => group.ToDictionary(cell => cell.Code ?? NotRecorded, cell => cell.N));
        by["outcome"] = outcomes;
        return new(moment, by, cells["inquiry"].Single().N, cells["case"].Single().N, flow.Counts(), flow.ProcessingTime(), yearBefore);
    }

    private sealed class Cell
    {
        public string Dimension { get; init; } = "";
        public string? Code { get; init; }
        public int N { get; init; }
    }

    private sealed class FlowRow
    {
        public int OpenAtStart { get; init; }
        public int Received { get; init; }
        public int Reopened { get; init; }
        public int Closed { get; init; }
        public int OpenAtEnd { get; init; }
        public decimal? Median { get; init; }
        public int? P90 { get; init; }
        public int? Maximum { get; init; }

        public FlowCounts Counts() => new(OpenAtStart, Received, Reopened, Closed, OpenAtEnd);

        public ProcessingTime ProcessingTime() => new(Closed, Median is { } median ? decimal.Round(median, 1) : null, P90, Maximum);
    }
}
