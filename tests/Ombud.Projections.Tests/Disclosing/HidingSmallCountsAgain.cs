using Ombud.Domain.Tests.Cases;
using Ombud.Projections.Comparisons;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>What holds for a second publication of the same period, by any policy, whatever was recorded between the two.</summary>
public sealed class HidingSmallCountsAgain
{
    [Fact]
    public void keeps_the_rows_that_were_merged() =>
        Always((first, second) => !Coarsening.HidesAny(first) || Codes(second).SequenceEqual(Codes(first)));

    [Fact]
    public void shows_no_cell_that_was_hidden_before() =>
        Always((first, second) => Coarsening.HiddenCells(first).All(cell => ReportFigures.Of(second).GetValueOrDefault(cell) == 0));

    [Fact]
    public void shows_no_cell_that_differs_by_few() =>
        Always(
            (first, second) =>
            {
                var before = ReportFigures.Of(Coarsening.Merge(first, second.Disclosure!.MergedAreas ?? []));
                return ReportFigures
                    .Of(second)
                    .Where(figure => figure.Key.StartsWith(CrossTable.Name, StringComparison.Ordinal) && before.ContainsKey(figure.Key))
                    .All(figure =>
                        Math.Abs(figure.Value - before[figure.Key]) is var difference
                        && (difference == 0 || difference >= second.Disclosure.MinimumCell)
                    );
            }
        );

    [Fact]
    public void begins_afresh_where_the_first_showed_all() =>
        HidingSmallCounts.Always(
            (report, _) => Codes(DisclosureControl.Apply(report, 3, [report])).SequenceEqual(Codes(DisclosureControl.Apply(report, 3)))
        );

    private static IEnumerable<string> Codes(StatisticsReport report) => report.Tables.AreaByMatter!.Rows.Select(row => row.Code);

    private static void Always(Func<StatisticsReport, StatisticsReport, bool> law) =>
        HidingSmallCounts.Always(
            (report, random) =>
            {
                var first = DisclosureControl.Apply(report, random.Of(0, 3, 5));
                var now = random.OneIn(3) ? report : HidingSmallCounts.Report(new SeededRandom(random.Below(int.MaxValue)));
                return law(first, DisclosureControl.Apply(now, random.Of(3, 5), [first]));
            }
        );
}
