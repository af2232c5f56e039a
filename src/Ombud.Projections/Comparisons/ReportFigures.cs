using Ombud.Domain;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Comparisons;

/// <summary>
/// Every figure of a report by the name that <see cref="CaseFigures"/> gives it. Those that are 0 or absent are left out.
/// </summary>
public static class ReportFigures
{
    private static readonly string[] NoCounts = ["medianDays", "p90Days", "maximumDays"];

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
        var (tables, flow) = (report.Tables, report.Flow);
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
            .Concat(Rows("byMonth", tables.ByMonth))
            .Concat(Rows("byServiceArea", tables.ByServiceArea))
            .Concat(Rows("byMatter", tables.ByMatter))
            .Concat(Rows("byChannel", tables.ByChannel))
            .Concat(Rows("byReferralSource", tables.ByReferralSource))
            .Concat(Rows("byOutcome", tables.ByOutcome))
            .Concat(Cells(tables.AreaByMatter, CrossTable.Name))
            .Concat(Rows("byUnit", tables.ByUnit))
            .Concat(Cells(tables.UnitByMatter, CrossTable.ByUnit))
            .Concat(Rows("openByAge", tables.OpenByAge))
            .Concat(Own("acknowledgement", report.OwnReplies?.Acknowledgement))
            .Concat(Own("firstReply", report.OwnReplies?.FirstReply))
            .Concat(Rows("inquiriesByMonth", tables.InquiriesByMonth))
            .Concat(Rows("inquiriesByType", tables.InquiriesByType))
            .Concat(Rows("inquiriesByChannel", tables.InquiriesByChannel))
            .Concat(Rows("inquiriesByDeclineReason", tables.InquiriesByDeclineReason))
            .Concat(Spread("processingTime", report.ProcessingTime))
            .Concat(Responses(report.ResponseTime));
    }

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

    internal static string NameOf(RuleResponses rule) => $"responseTime.byRule[{rule.Rule} {Codes.Of(rule.Kind)}]";

    internal static string NameOf(UnitResponses unit) => $"responseTime.byUnit[{unit.Unit}]";
}
