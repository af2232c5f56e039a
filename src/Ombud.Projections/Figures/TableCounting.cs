using Dapper;
using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Reports;

namespace Ombud.Projections.Figures;

/// <summary>Counts tables in some periods: a statement for each period and scan.</summary>
internal sealed class TableCounting(IReadOnlyList<TableName> tables, IReadOnlyList<FigureScope> scopes)
{
    private readonly IReadOnlyList<TableScan> _scans = TableScan.Of(tables);

    /// <summary>Of a year the period before is the year before: it is counted once.</summary>
    private readonly IReadOnlyList<FigureScope> _counted = [.. scopes.DistinctBy(scope => scope.Period)];

    public string Sql(Instant? asOf) =>
        string.Concat(_counted.SelectMany(scope => _scans.Select(scan => $"{Within(scan.Sql(scope, asOf), scope.Period)};\n")));

    /// <summary>What was counted in each period.</summary>
    public async Task<IReadOnlyList<CountedPeriod>> ReadAsync(SqlMapper.GridReader results)
    {
        var counted = new Dictionary<ReportingPeriod, TableCounts>();
        foreach (var scope in _counted)
        {
            var cells = new List<(TableScan, ILookup<int, TableCell>)>();
            foreach (var scan in _scans)
                cells.Add((scan, (await results.ReadAsync<TableCell>()).ToLookup(cell => cell.Mask)));
            counted.Add(scope.Period, new(cells));
        }
        return [.. scopes.Select(scope => new CountedPeriod(scope, counted[scope.Period]))];
    }

    /// <summary>
    /// With the days of the period in the place of their parameters: a statement has one value of each, and there are several periods.
    /// </summary>
    private static string Within(string sql, ReportingPeriod period) =>
        sql.Replace("@from", Literal(period.From), StringComparison.Ordinal)
            .Replace("@cutOff", Literal(period.CutOff), StringComparison.Ordinal);

    private static string Literal(LocalDate day) => $"date '{LocalDatePattern.Iso.Format(day)}'";
}
