using Dapper;
using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>Tables over several periods, all as of one moment.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="AsOf">The moment whose knowledge it shows.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Periods">The periods, the earliest first.</param>
/// <param name="Tables">The tables by their names.</param>
public sealed record StatisticsSeries(
    ReportMunicipality Municipality,
    Instant AsOf,
    string Language,
    IReadOnlyList<SeriesPeriod> Periods,
    IReadOnlyDictionary<string, SeriesTable> Tables
);

/// <summary>A period of a series.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Label">The period's name: <c>2023</c>, <c>T1 2023</c>, <c>19/20</c>.</param>
/// <param name="Notes">What changed within it in how things are counted: from there on the figures may not be comparable.</param>
public sealed record SeriesPeriod(LocalDate From, LocalDate To, string Label, IReadOnlyList<MethodNote> Notes);

/// <summary>Counts any tables over several periods, in one snapshot.</summary>
public sealed class SeriesQuery(TenantDatabase database)
{
    /// <param name="municipality">As known at <paramref name="asOf"/>.</param>
    /// <param name="periods">The earliest first.</param>
    public async Task<StatisticsSeries> RunAsync(
        string tenant,
        Municipality municipality,
        IReadOnlyList<ReportingPeriod> periods,
        IReadOnlyList<TableName> tables,
        Instant? asOf,
        string language,
        CancellationToken cancel
    )
    {
        var counting = new TableCounting(tables, [.. periods.Select(period => FigureScope.Of(municipality, period, language))]);
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var results = await connection.QueryMultipleAsync(
            new CommandDefinition(
                CountingSql.InSnapshot($"select coalesce(@asOf, clock_timestamp());\n{counting.Sql(asOf)}"),
                new { tenant, asOf },
                cancellationToken: cancel
            )
        );
        var moment = await results.ReadSingleAsync<Instant>();
        var counted = await counting.ReadAsync(results);
        var (layout, knownOn) = (new FigureTables(counted[^1], counted), municipality.DayOf(moment));
        return new(
            new(tenant, municipality.Read(periods[^1].To).Name),
            moment,
            language,
            [
                .. periods.Select(period => new SeriesPeriod(
                    period.From,
                    period.To,
                    period.Label(municipality.ReportingYearStart),
                    MethodNotes.Of(municipality.Read(period.To), period, knownOn, language)
                )),
            ],
            tables.ToDictionary(table => $"{table}", layout.BuildSeries)
        );
    }
}
