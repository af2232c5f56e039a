using Ombud.Projections.Comparisons;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

public sealed class LeavingFiguresOut
{
    private static readonly StatisticsReport Report = SmallReports
        .Of(("health", 9, 3, 4), ("transport", 8, 6, 7), ("other", 7, 5, 5))
        .WithResponses();

    private static StatisticsReport Without(params string[] figures) => new CellSuppression(figures.ToHashSet(), 3).ApplyTo(Report);

    [Fact]
    public void leaves_out_each_that_is_named_and_no_other_count()
    {
        var all = Counts(Report);
        foreach (var figure in all.Keys)
            Counts(Without(figure)).Keys.ShouldBe(all.Keys.Where(other => other != figure), ignoreOrder: true, figure);
    }

    [Fact]
    public void leaves_out_none_where_none_is_named()
    {
        ReportFigures.Of(Without()).ShouldBe(ReportFigures.Of(Report));
        Without().Tables.ByServiceArea.ShouldBeEquivalentTo(Report.Tables.ByServiceArea);
    }

    [Fact]
    public void says_which_in_order_and_by_which_policy()
    {
        var disclosure = Without("matters", "cases").Disclosure!;
        (disclosure.MinimumCell, disclosure.MergedAreas).ShouldBe((3, null));
        disclosure.Hidden.ShouldBe(["cases", "matters"]);
        var merged = Coarsening.Merge(Report, ["health", "other"]);
        new CellSuppression(new HashSet<string>(), 3).ApplyTo(merged).Disclosure!.MergedAreas.ShouldBe(["health", "other"]);
    }

    [Fact]
    public void leaves_out_the_share_with_the_count_and_every_share_with_the_whole()
    {
        var row = Without("tables.byServiceArea[health]").Tables.ByServiceArea.Rows.Single(row => row.Code == "health");
        (row.Count, row.Percent, row.Suppressed).ShouldBe((null, null, true));
        var table = Without("cases").Tables.ByServiceArea;
        table.BaseCount.ShouldBeNull();
        table.Rows.ShouldAllBe(row => row.Count != null && row.Percent == null);
        Without("matters").Tables.ByMatter.Rows.ShouldAllBe(row => row.PercentOfMatters == null && row.Percent != null);
        Without().Tables.ByMatter.Rows.ShouldAllBe(row => row.PercentOfMatters != null);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void leaves_out_the_median_of_a_few(int closed, bool shown)
    {
        var few = Report with { ProcessingTime = Spread.Of([(12, closed)]) };
        var spread = new CellSuppression(new HashSet<string>(), 3).ApplyTo(few).ProcessingTime;
        spread.ShouldBe(shown ? new(closed, 12, 12, 12, 12) : new(closed, null, null, null));
        Without("processingTime.n").ProcessingTime.ShouldBe(new(null, null, null, null));
    }

    [Fact]
    public void leaves_out_a_units_rank_where_its_deadlines_do_not_show_it()
    {
        Without("responseTime.byUnit[schools].deadlines.late").ResponseTime.ByUnit.Select(unit => unit.Rank).ShouldBe([null, 2]);
        Without("responseTime.byUnit[schools].deadlines.pending").ResponseTime.ByUnit.Select(unit => unit.Rank).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, 3)]
    public void leaves_out_a_small_count_of_an_earlier_period(int before, int? shown)
    {
        var changed = Earlier(before, 9);
        new CellSuppression(new HashSet<string>(), 3)
            .ApplyTo(changed)
            .Comparison.Inquiries.ShouldBe(shown is null ? new(null, 9, null, null) : new(before, 9, 9 - before, 50));
    }

    [Fact]
    public void leaves_out_the_difference_to_an_earlier_period_with_the_figure_itself() =>
        new CellSuppression(new HashSet<string> { "inquiries" }, 3)
            .ApplyTo(Earlier(6, 9))
            .Comparison.Inquiries.ShouldBe(new(6, null, null, null));

    private static StatisticsReport Earlier(int before, int now) =>
        Report with
        {
            Comparison = Report.Comparison with { Inquiries = new(before, now, now - before, 50) },
        };

    private static Dictionary<string, decimal> Counts(StatisticsReport report) =>
        ReportFigures
            .Of(report)
            .Where(figure => ReportFigures.IsCount(figure.Key))
            .ToDictionary(figure => figure.Key, figure => figure.Value);
}
