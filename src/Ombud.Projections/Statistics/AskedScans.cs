using Dapper;
using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>Counts the tables that were asked for, in a period, the one before and the year before.</summary>
internal sealed class AskedScans
{
    private readonly IReadOnlyList<FigureScope> _scopes;
    private readonly IReadOnlyList<TableScan> _scans;

    private AskedScans(IReadOnlyList<FigureScope> scopes, IReadOnlyList<TableScan> scans) => (_scopes, _scans) = (scopes, scans);

    public static AskedScans Of(IReadOnlyList<TableName> tables, Municipality municipality, ReportingPeriod period, string language) =>
        new(
            [.. new[] { period, period.Before(), period.YearBefore() }.Select(of => FigureScope.Of(municipality, of, language))],
            TableScan.Of(tables)
        );

    /// <summary>A statement for each period and scan.</summary>
    public string Sql(Instant? asOf) =>
        string.Concat(_scopes.SelectMany(scope => _scans.Select(scan => $"{Within(scan.Sql(scope, asOf), scope.Period)};\n")));

    /// <summary>Null where no tables were asked for.</summary>
    public async Task<IReadOnlyList<TableCounts>?> ReadAsync(SqlMapper.GridReader results)
    {
        if (_scans.Count == 0)
            return null;
        var counted = new List<TableCounts>();
        foreach (var _ in _scopes)
        {
            var cells = new List<(TableScan, ILookup<int, TableCell>)>();
            foreach (var scan in _scans)
                cells.Add((scan, (await results.ReadAsync<TableCell>()).ToLookup(cell => cell.Mask)));
            counted.Add(new(cells));
        }
        return counted;
    }

    public StatisticsTables Build(IReadOnlyList<TableName> tables, IReadOnlyList<TableCounts> counts)
    {
        var periods = _scopes.Zip(counts, (scope, of) => new CountedPeriod(scope, of)).ToList();
        var layout = new FigureTables(periods[0], periods[1], periods[2]);
        return new(tables.Select(table => (table.ToString(), (object?)layout.Build(table))));
    }

    /// <summary>With the days of the period in the place of their parameters: a statement has one value of each, and there are three periods.</summary>
    private static string Within(string sql, ReportingPeriod period) =>
        sql.Replace("@from", Literal(period.From), StringComparison.Ordinal)
            .Replace("@cutOff", Literal(period.CutOff), StringComparison.Ordinal);

    private static string Literal(LocalDate day) => $"date '{LocalDatePattern.Iso.Format(day)}'";
}
