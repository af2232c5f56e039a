using Ombud.Domain;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Comparisons;

/// <summary>
/// Every figure of a report by the name that <see cref="CaseFigures"/> gives it. Those that are 0 or absent are left out.
/// </summary>
public static class ReportFigures
{
    private static readonly string[] NoCounts = ["medianDays", "p90Days", "maximumDays", "meanDays"];

    /// <summary>False for a median and its like, which are no counts.</summary>
    internal static bool IsCount(string figure) => !NoCounts.Any(name => figure.EndsWith(name, StringComparison.Ordinal));

    /// <summary>
    /// For a figure that is no sum over cases: under which is counted what it is made of, the lengths behind a median or the people behind
    /// their number. Null for a sum.
    /// </summary>
    internal static string? PartsOf(string figure) =>
        figure == "people.count" ? "people["
        : NoCounts.FirstOrDefault(name => figure.EndsWith(name, StringComparison.Ordinal)) is { } name ? $"{figure[..^name.Length]}days["
        : null;

    public static IReadOnlyDictionary<string, decimal> Of(StatisticsReport report) =>
        All(report)
            .Where(figure => figure.Value is not null && (figure.Value != 0 || !IsCount(figure.Name)))
            .ToDictionary(figure => figure.Name, figure => figure.Value!.Value);

    private static IEnumerable<(string Name, decimal? Value)> All(StatisticsReport report)
    {
        var flow = report.Flow;
        return new (string, decimal?)[]
        {
            ("inquiries", report.Inquiries),
            ("cases", report.Cases),
            ("matters", report.Matters),
            ("declined", report.Declined),
            ("people.count", report.People?.Count),
            ("people.inquiries", report.People?.Inquiries),
            ("people.unknownInquiries", report.People?.UnknownInquiries),
            ("flow.openAtStart", flow.OpenAtStart),
            ("flow.received", flow.Received),
            ("flow.reopened", flow.Reopened),
            ("flow.closed", flow.Closed),
            ("flow.openAtEnd", flow.OpenAtEnd),
        }
            .Concat(Standard(report.Tables, table => table.Counts.Thing != CountedThing.Inquiries))
            .Concat(Own("acknowledgement", report.OwnReplies?.Acknowledgement))
            .Concat(Own("firstReply", report.OwnReplies?.FirstReply))
            .Concat(Standard(report.Tables, table => table.Counts.Thing == CountedThing.Inquiries))
            .Concat(Asked(report.Tables.Asked))
            .Concat(Spread("processingTime", report.ProcessingTime))
            .Concat(report.NetProcessingTime is { } net ? Spread("netProcessingTime", net) : [])
            .Concat(Responses(report.ResponseTime));
    }

    private static IEnumerable<(string, decimal?)> Standard(StatisticsTables tables, Func<StandardTable, bool> which) =>
        StandardTables
            .All.Where(which)
            .OrderBy(table => table.Since)
            .SelectMany(table =>
                Rows(table.Name, tables.Plain(table.Name)).Concat(Cells(tables.Cross(table.Name), $"tables.{table.Name}["))
            );

    private static IEnumerable<(string, decimal?)> Asked(IReadOnlyList<(TableName Name, FigureTable Table)> tables) =>
        tables
            .SelectMany(each => each.Table.Rows.SelectMany(row => Row(NameOf(each.Name, row), row)))
            // Of these a report has no total but that of their tables.
            .Concat(
                tables
                    .Where(each => each.Name.Thing == CountedThing.Considered)
                    .Take(1)
                    .Select(each => (CountedThing.Considered.Total, (decimal?)each.Table.BaseCount))
            );

    private static IEnumerable<(string, decimal?)> Row(string name, FigureRow row) =>
        row.Days is { } days ? [(name, row.Count), .. Spread(name, days).Skip(1)] : [(name, row.Count)];

    private static IEnumerable<(string, decimal?)> Rows(string name, StatisticsTable? table) =>
        (table?.Rows ?? []).Select(row => ($"tables.{name}[{row.Code}]", (decimal?)row.Count));

    private static IEnumerable<(string, decimal?)> Cells(CrossTable? table, string name) =>
        table is null
            ? []
            : table.Rows.SelectMany(row =>
                table.Columns.Zip(row.Counts, (column, count) => (CrossTable.Figure(row, column, name), (decimal?)count))
            );

    private static IEnumerable<(string, decimal?)> Own(string name, OwnTarget? target) =>
        target is null ? [] : Timeliness($"ownReplies.{name}", target.Replies);

    private static IEnumerable<(string, decimal?)> Spread(string name, Spread spread) =>
        [
            ($"{name}.n", spread.N),
            ($"{name}.medianDays", spread.MedianDays),
            ($"{name}.p90Days", spread.P90Days),
            ($"{name}.maximumDays", spread.MaximumDays),
            ($"{name}.meanDays", spread.MeanDays),
        ];

    private static IEnumerable<(string, decimal?)> Responses(ResponseTimes times) =>
        Spread("responseTime.days", times.Days)
            .Concat(Timeliness("responseTime.deadlines", times.Deadlines))
            .Append(("responseTime.breaches", times.Breaches))
            .Concat(
                times.ByRule.SelectMany(rule =>
                    Timeliness($"{NameOf(rule)}.deadlines", rule.Deadlines).Append(($"{NameOf(rule)}.breaches", rule.Breaches))
                )
            )
            .Concat(
                times.ByUnit.SelectMany(unit =>
                    Spread($"{NameOf(unit)}.days", unit.Days).Concat(Timeliness($"{NameOf(unit)}.deadlines", unit.Deadlines))
                )
            );

    private static IEnumerable<(string, decimal?)> Timeliness(string name, Timeliness counts) =>
        [($"{name}.met", counts.Met), ($"{name}.late", counts.Late), ($"{name}.none", counts.None), ($"{name}.pending", counts.Pending)];

    internal static string NameOf(TableName table, FigureRow row) => $"tables.{table}[{row.Place}]";

    internal static string NameOf(RuleResponses rule) => $"responseTime.byRule[{rule.Rule} {Codes.Of(rule.Kind)}]";

    internal static string NameOf(UnitResponses unit) => $"responseTime.byUnit[{unit.Unit}]";
}
