using Ombud.Projections.Comparisons;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>Cell suppression: a report without the figures that are suppressed, and without what is derived from them.</summary>
/// <param name="means">The means that are not shown though their counts are.</param>
internal sealed class CellSuppression(IReadOnlySet<string> suppressed, int minimumCell, IReadOnlySet<string>? means = null)
{
    public StatisticsReport ApplyTo(StatisticsReport report) =>
        report with
        {
            Inquiries = Show("inquiries", report.Inquiries),
            Cases = Show("cases", report.Cases),
            Matters = Show("matters", report.Matters),
            Declined = Show("declined", report.Declined),
            People = report.People is { } people
                ? new(
                    Show("people.count", people.Count),
                    Show("people.inquiries", people.Inquiries),
                    Show("people.unknownInquiries", people.UnknownInquiries)
                )
                : null,
            Tables = report.Tables.Each(
                (name, table) => Table(name, StandardTables.Named(name)!.Counts.Total, table),
                (name, table) => Cells(table, $"tables.{name}["),
                Asked
            ),
            Flow = new(
                Show("flow.openAtStart", report.Flow.OpenAtStart),
                Show("flow.received", report.Flow.Received),
                Show("flow.reopened", report.Flow.Reopened),
                Show("flow.closed", report.Flow.Closed),
                Show("flow.openAtEnd", report.Flow.OpenAtEnd)
            ),
            ProcessingTime = Spread("processingTime", report.ProcessingTime),
            NetProcessingTime = report.NetProcessingTime is { } net ? Spread("netProcessingTime", net) : null,
            ResponseTime = Responses(report.ResponseTime),
            OwnReplies = report.OwnReplies is { } own
                ? new(Own("acknowledgement", own.Acknowledgement), Own("firstReply", own.FirstReply))
                : null,
            Comparison = Earlier(report.Comparison),
            PeriodBefore = Earlier(report.PeriodBefore),
            Disclosure = new(
                minimumCell,
                [.. suppressed.Order(StringComparer.Ordinal)],
                report.Tables.AreaByMatter?.Rows.FirstOrDefault(row => row.Merged is not null)?.Merged
            ),
        };

    private int? Show(string figure, int? value) => suppressed.Contains(figure) ? null : value;

    private StatisticsTable Table(string name, string whole, StatisticsTable table)
    {
        var noBase = suppressed.Contains(whole);
        return table with
        {
            BaseCount = noBase ? null : table.BaseCount,
            Rows =
            [
                .. table.Rows.Select(row =>
                    suppressed.Contains($"tables.{name}[{row.Code}]")
                        ? row with
                        {
                            Count = null,
                            Percent = null,
                            PercentOfMatters = null,
                            Suppressed = true,
                        }
                        : row with
                        {
                            Percent = noBase ? null : row.Percent,
                            PercentOfMatters = suppressed.Contains("matters") ? null : row.PercentOfMatters,
                        }
                ),
            ],
        };
    }

    /// <summary>Earlier periods are left out: what is hidden in one could be derived from what is shown in another.</summary>
    private FigureTable Asked(TableName name, FigureTable table)
    {
        var noBase = suppressed.Contains(name.Total);
        return table with
        {
            BaseCount = noBase ? null : table.BaseCount,
            Days = Days($"tables.{name}", name.Total, table.Days),
            Rows =
            [
                .. table.Rows.Select(row =>
                    suppressed.Contains(ReportFigures.NameOf(name, row))
                        ? row with
                        {
                            Count = null,
                            Percent = null,
                            Before = null,
                            YearBefore = null,
                            Days = Days(ReportFigures.NameOf(name, row), ReportFigures.NameOf(name, row), row.Days),
                            Suppressed = true,
                        }
                        : row with
                        {
                            Percent = noBase ? null : row.Percent,
                            Days = Days(ReportFigures.NameOf(name, row), ReportFigures.NameOf(name, row), row.Days),
                            Before = null,
                            YearBefore = null,
                        }
                ),
            ],
        };
    }

    private CrossTable Cells(CrossTable table, string name) =>
        table with
        {
            BaseCount = Show("cases", table.BaseCount),
            Rows =
            [
                .. table.Rows.Select(row =>
                    row with
                    {
                        Counts = [.. table.Columns.Zip(row.Counts, (column, count) => Show(CrossTable.Figure(row, column, name), count))],
                    }
                ),
            ],
        };

    private Spread Spread(string name, Spread spread) => Days(name, $"{name}.n", spread)!;

    /// <summary>A median of a few discloses each of them.</summary>
    /// <param name="count">The figure that is the count of what took the days.</param>
    private Spread? Days(string name, string count, Spread? spread) =>
        spread is null ? null
        : suppressed.Contains(count) ? new(null, null, null, null)
        : spread.N < minimumCell ? new(spread.N, null, null, null)
        : means?.Contains($"{name}.meanDays") == true ? spread with { MeanDays = null }
        : spread;

    private ResponseTimes Responses(ResponseTimes times) =>
        new(
            Spread("responseTime.days", times.Days),
            Timeliness("responseTime.deadlines", times.Deadlines),
            Show("responseTime.breaches", times.Breaches),
            [
                .. times.ByRule.Select(rule =>
                    rule with
                    {
                        Deadlines = Timeliness($"{ReportFigures.NameOf(rule)}.deadlines", rule.Deadlines),
                        Breaches = Show($"{ReportFigures.NameOf(rule)}.breaches", rule.Breaches),
                    }
                ),
            ],
            [.. times.ByUnit.Select(unit => Unit(unit, ReportFigures.NameOf(unit)))]
        );

    private UnitResponses Unit(UnitResponses unit, string name)
    {
        var deadlines = Timeliness($"{name}.deadlines", unit.Deadlines);
        return unit with
        {
            Days = Spread($"{name}.days", unit.Days),
            Deadlines = deadlines,
            Rank = deadlines.Judged is null ? null : unit.Rank,
        };
    }

    private Timeliness Timeliness(string name, Timeliness counts) =>
        new(
            Show($"{name}.met", counts.Met),
            Show($"{name}.late", counts.Late),
            Show($"{name}.none", counts.None),
            Show($"{name}.pending", counts.Pending)
        );

    private OwnTarget? Own(string name, OwnTarget? target) =>
        target is null ? null
        : Timeliness($"ownReplies.{name}", target.Replies) is var replies
            ? target with
            {
                Replies = replies,
                PercentMet = replies.Judged is null ? null : target.PercentMet,
            }
        : null;

    private EarlierPeriod Earlier(EarlierPeriod earlier) =>
        earlier with
        {
            Inquiries = Change("inquiries", earlier.Inquiries),
            Cases = Change("cases", earlier.Cases),
            Matters = Change("matters", earlier.Matters),
            People = earlier.People is { } people ? Change("people.count", people) : null,
            // Codes that were together before tell of those that are apart now, and the other way round.
            Replaced = null,
        };

    /// <summary>
    /// The period before is small where it is small by itself; and where this year's figure is suppressed, the difference would disclose
    /// it.
    /// </summary>
    private Change Change(string figure, Change change)
    {
        var small = change.Before > 0 && change.Before < minimumCell;
        return small || suppressed.Contains(figure) ? new(small ? null : change.Before, Show(figure, change.Now), null, null) : change;
    }
}
