using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Publications;

/// <summary>
/// Which parts a published document has. What was published keeps its layout for ever; new publications have the current one.
/// </summary>
public static class ReportLayout
{
    public const int First = 1;

    /// <summary>Since the second there is the table by service area and matter, and the chapter on the follow-up.</summary>
    private const int WithChapter = 2;

    /// <summary>
    /// Since the third, responses are counted by the current rules, codes are compared with those they replaced, and there are the tables
    /// of inquiries, of units and of open cases, and the ombud's own replies.
    /// </summary>
    private const int WithInquiries = 3;

    /// <summary>
    /// Since the fourth people are counted, there are means, the net processing time and the share of own targets met, and the office's own
    /// text is part of it.
    /// </summary>
    public const int Current = 4;

    public static CountingRules Rules(int layout) => layout > WithChapter ? CountingRules.Current : CountingRules.First;

    /// <summary>The figures that a layout has, and no others: to the byte what the program made when that layout was its newest.</summary>
    public static StatisticsReport Of(StatisticsReport report, int layout) =>
        layout > WithInquiries ? report : StatisticsQuery.Sealed(Without(layout, WithoutMeasures(report)));

    private static StatisticsReport Without(int layout, StatisticsReport report) =>
        layout > WithChapter
            ? report with
            {
                Tables = report.Tables.Only(name => StandardTables.Named(name) is not { Since: var since } || since <= layout),
            }
            : WithoutInquiries(report, layout);

    private static StatisticsReport WithoutMeasures(StatisticsReport report) =>
        WithoutPeople(report) with
        {
            NetProcessingTime = null,
            OwnReplies = report.OwnReplies is { } own ? new(WithoutShare(own.Acknowledgement), WithoutShare(own.FirstReply)) : null,
            ProcessingTime = WithoutMean(report.ProcessingTime),
            ResponseTime = report.ResponseTime with
            {
                Days = WithoutMean(report.ResponseTime.Days),
                ByUnit = [.. report.ResponseTime.ByUnit.Select(unit => unit with { Days = WithoutMean(unit.Days) })],
            },
        };

    private static OwnTarget? WithoutShare(OwnTarget? target) => target is null ? null : target with { PercentMet = null };

    private static Spread WithoutMean(Spread spread) => spread with { MeanDays = null };

    private static StatisticsReport WithoutPeople(StatisticsReport report) =>
        report with
        {
            People = null,
            Comparison = report.Comparison with { People = null },
            PeriodBefore = report.PeriodBefore with { People = null },
        };

    private static StatisticsReport WithoutInquiries(StatisticsReport report, int layout) =>
        report with
        {
            Comparison = report.Comparison with { Replaced = null },
            PeriodBefore = report.PeriodBefore with { Replaced = null },
            Declined = null,
            OwnReplies = null,
            Tables = report.Tables.Only(name => StandardTables.Named(name)?.Since <= layout),
        };
}
