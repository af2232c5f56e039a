using Ombud.Api.Deadlines;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>How long it took: the ombud, and the administration under each rule and in each unit.</summary>
internal static class ResponseTables
{
    public static DocumentTable ProcessingTime(StatisticsReport report) =>
        Times("processing-time", report, [.. Own(report), ("response_time", Measure.ResponseTime.Label, report.ResponseTime.Days)]);

    /// <summary>What the ombud itself took.</summary>
    public static IEnumerable<(string Code, Phrase Label, Spread Spread)> Own(StatisticsReport report)
    {
        yield return ("processing_time", Measure.ProcessingTime.Label, report.ProcessingTime);
        if (report.NetProcessingTime is { } net)
            yield return ("net_processing_time", Measure.NetProcessingTime.Label, net);
    }

    /// <summary>Some of the rows of the table of processing time.</summary>
    public static DocumentTable Times(string name, StatisticsReport report, IEnumerable<(string Code, Phrase Label, Spread Spread)> rows) =>
        DocumentTable.Of(
            name,
            ReportWords.Times,
            rows,
            [
                ("figure", null, row => Cell.Text(row.Code)),
                ("label", ReportWords.DaysSpent, row => Cell.Text(row.Label.In(report.Language))),
                ("n", ReportWords.Number, row => Cell.Count(row.Spread.N)),
                .. SpreadColumns.Of<(string Code, Phrase Label, Spread Spread)>(row => row.Spread, HasMeans(report)),
            ]
        );

    /// <summary>False where it was published before there were means.</summary>
    public static bool HasMeans(StatisticsReport report) => report.NetProcessingTime is not null;

    /// <param name="rules">All, or those of the law or those of none, which the page keeps apart.</param>
    public static DocumentTable ByRule(string name, IEnumerable<RuleResponses> rules, string language, bool withBreaches = true) =>
        DocumentTable.Of(
            name,
            ReportWords.ResponsesByRule,
            rules,
            ("rule", null, rule => Cell.Text(rule.Rule)),
            ("label", ReportWords.Rule, rule => Cell.Text(rule.Label)),
            ("kind", null, rule => Cell.Text(Codes.Of(rule.Kind))),
            ("kind_label", withBreaches ? null : ReportWords.Kind, rule => Cell.Text(BoardWords.Kind(rule.Kind).In(language))),
            ("law", ReportWords.Law, rule => Cell.Text(rule.Law)),
            ("met", ReportWords.Met, rule => Cell.Count(rule.Deadlines.Met)),
            ("late", ReportWords.Late, rule => Cell.Count(rule.Deadlines.Late)),
            ("none", ReportWords.None, rule => Cell.Count(rule.Deadlines.None)),
            ("pending", ReportWords.Pending, rule => Cell.Count(rule.Deadlines.Pending)),
            (
                "breaches",
                withBreaches ? ReportWords.Breaches : null,
                rule => rule.Kind == DeadlineKind.Statutory ? Cell.Count(rule.Breaches) : new(CellKind.Count, null)
            )
        );

    public static DocumentTable ByUnit(StatisticsReport report) =>
        DocumentTable.Of(
            "response-times-by-unit",
            ReportWords.ResponsesByUnit,
            report.ResponseTime.ByUnit,
            [
                ("unit", null, unit => Cell.Text(unit.Unit)),
                ("label", BoardWords.Unit, unit => Cell.Text(unit.Label)),
                ("n", ReportWords.Responses, unit => Cell.Count(unit.Days.N)),
                .. SpreadColumns.Of<UnitResponses>(unit => unit.Days, HasMeans(report)),
                ("met", ReportWords.Met, unit => Cell.Count(unit.Deadlines.Met)),
                ("late", ReportWords.Late, unit => Cell.Count(unit.Deadlines.Late)),
                ("none", ReportWords.None, unit => Cell.Count(unit.Deadlines.None)),
                ("pending", ReportWords.Pending, unit => Cell.Count(unit.Deadlines.Pending)),
                (
                    "rank",
                    ReportWords.Rank,
                    unit =>
                        new(
                            CellKind.Count,
                            unit.Rank,
                            unit.Rank is null && unit.Deadlines.Met + unit.Deadlines.Late + unit.Deadlines.None is null
                        )
                ),
            ]
        );
}
