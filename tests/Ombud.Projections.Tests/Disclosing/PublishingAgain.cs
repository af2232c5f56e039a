using Ombud.Projections.Comparisons;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>Counts below 3 are small, and so are differences to what was published of the same period.</summary>
public sealed class PublishingAgain
{
    private static readonly StatisticsReport First = SmallReports.Of(
        ("health", 20, 10, 10),
        ("transport", 20, 10, 10),
        ("other", 20, 10, 10)
    );

    private static IReadOnlyList<string> Hidden(StatisticsReport report, params StatisticsReport[] published) =>
        DisclosureControl.Apply(report, 3, published).Disclosure!.Hidden;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void shows_all_where_nothing_is_small_enough(int minimumCell) =>
        DisclosureControl.Apply(First, minimumCell).ShouldBeSameAs(First);

    [Fact]
    public void says_that_nothing_is_hidden_from_two_on()
    {
        DisclosureControl.Apply(First, 2).Disclosure!.Hidden.ShouldBeEmpty();
        DisclosureControl.Apply(First, 2).Digest.ShouldNotBe(First.Digest);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void hides_a_count_below_the_smallest_and_none_that_is_as_large(int count, bool hidden) =>
        Hidden(SmallReports.Of(("health", count, 0, 0), ("transport", 20, 10, 10)))
            .Contains("tables.byServiceArea[health]")
            .ShouldBe(hidden);

    [Fact]
    public void hides_nothing_of_what_is_as_it_was() => Hidden(First, First).ShouldBeEmpty();

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void hides_a_cell_that_differs_by_few_and_not_one_that_differs_by_more(int now, bool hidden) =>
        Hidden(SmallReports.Of(("health", 30, now, 20), ("transport", 30, 20, 20), ("other", 30, 20, 20)), First)
            .Contains("tables.areaByMatter[health/late_or_no_reply]")
            .ShouldBe(hidden);

    [Fact]
    public void hides_no_total_for_differing_by_few() => Hidden(First with { Inquiries = 61 }, First).ShouldBeEmpty();

    [Fact]
    public void hides_no_zero_that_was_a_few() =>
        Hidden(
                SmallReports.Of(("health", 30, 0, 20), ("transport", 30, 20, 20), ("other", 30, 20, 20)),
                SmallReports.Of(("health", 30, 2, 10), ("transport", 30, 10, 10), ("other", 30, 10, 10))
            )
            .ShouldBeEmpty();

    [Fact]
    public void keeps_hidden_what_was_hidden_and_is_not_0()
    {
        var few = DisclosureControl.Apply(SmallReports.Of(("health", 20, 1, 10), ("transport", 20, 9, 10), ("other", 20, 10, 10)), 3);
        Coarsening.HiddenCells(few).Count().ShouldBe(2);
        var hidden = Hidden(SmallReports.Of(("health", 40, 30, 20), ("transport", 40, 30, 20), ("other", 40, 30, 20)), few);
        hidden.ShouldBe(Coarsening.HiddenCells(few), ignoreOrder: true);
        Hidden(SmallReports.Of(("health", 40, 0, 20), ("transport", 40, 0, 20), ("other", 40, 30, 20)), few).ShouldBeEmpty();
    }

    [Fact]
    public void takes_a_median_for_no_count()
    {
        var shown = DisclosureControl.Apply(First with { ProcessingTime = Spread.Of([(1, 60)]) }, 3);
        shown.ProcessingTime.ShouldBe(new(60, 1, 1, 1, 1));
        shown.Disclosure!.Hidden.ShouldBeEmpty();
    }
}
