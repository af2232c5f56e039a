using Ombud.Projections.StatisticalDisclosure;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>Counts below 3 are small. The table has a row for each area in the municipality's order: health, transport, other.</summary>
public sealed class MergingAreas
{
    [Fact]
    public void merges_none_where_no_count_is_small() =>
        Coarsening.Areas(SmallReports.Of(("health", 9, 3, 4), ("transport", 9, 0, 9), ("other", 9, 5, 5)), 3, []).ShouldBeEmpty();

    [Fact]
    public void merges_no_area_with_itself() =>
        Coarsening.Areas(SmallReports.Of(("health", 9, 2, 4), ("transport", 9, 5, 9), ("other", 9, 5, 5)), 3, []).ShouldBeEmpty();

    [Fact]
    public void merges_those_with_small_counts_and_fewest_cases_in_the_order_of_the_table() =>
        Coarsening
            .Areas(SmallReports.Of(("health", 3, 2, 3), ("transport", 9, 2, 9), ("other", 2, 2, 0), ("schools", 8, 5, 6)), 3, [])
            .ShouldBe(["health", "other"]);

    [Fact]
    public void merges_a_third_where_two_are_not_enough() =>
        Coarsening
            .Areas(SmallReports.Of(("health", 3, 2, 0), ("transport", 4, 1, 4), ("other", 3, 1, 1), ("schools", 8, 5, 6)), 3, [])
            .ShouldBe(["health", "transport", "other"], ignoreOrder: true);

    [Fact]
    public void never_merges_all_that_have_cases() =>
        Coarsening
            .Areas(SmallReports.Of(("health", 1, 1, 0), ("transport", 2, 1, 0), ("other", 3, 1, 0), ("schools", 0, 0, 0)), 3, [])
            .ShouldBe(["health", "transport"]);

    [Fact]
    public void adds_up_the_merged_in_a_row_at_the_end()
    {
        var merged = Coarsening.Merge(
            SmallReports.Of(("health", 9, 1, 4), ("transport", 9, 5, 6), ("other", 9, 2, 1)),
            ["health", "other"]
        );
        merged.Rows().ShouldBe(["transport", "health+other"]);
        merged.Tables.AreaByMatter!.Rows[^1].Counts.ShouldBe([3, 5]);
        merged.Tables.AreaByMatter.Rows[^1].Areas.ShouldBe(["health", "other"]);
    }

    [Fact]
    public void adds_up_to_nothing_that_is_shown_where_a_part_is_not()
    {
        var report = SmallReports.Of(("health", 9, 1, 4), ("transport", 9, 5, 6), ("other", 9, 2, 1));
        var table = report.Tables.AreaByMatter!;
        var hidden = report with
        {
            Tables = report.Tables.With(
                "areaByMatter",
                table with
                {
                    Rows = [table.Rows[0] with { Counts = [null, 4] }, .. table.Rows.Skip(1)],
                }
            ),
        };
        Coarsening.Merge(hidden, ["health", "other"]).Tables.AreaByMatter!.Rows[^1].Counts.ShouldBe([null, 5]);
    }

    [Fact]
    public void leaves_a_report_as_it_is_where_there_is_nothing_to_merge()
    {
        var report = SmallReports.Of(("health", 9, 1, 4), ("transport", 9, 5, 6));
        Coarsening.Merge(report, []).ShouldBeSameAs(report);
        Coarsening.Merge(report, ["space_travel"]).ShouldBeSameAs(report);
    }

    [Fact]
    public void keeps_what_an_earlier_publication_merged_or_left_apart()
    {
        var few = SmallReports.Of(("health", 3, 2, 3), ("transport", 9, 2, 9), ("other", 2, 2, 0), ("schools", 8, 5, 6));
        var many = SmallReports.Of(("health", 9, 5, 5), ("transport", 9, 5, 9), ("other", 9, 5, 5), ("schools", 8, 5, 6));
        var merged = DisclosureControl.Apply(few, 3);
        merged.Disclosure!.MergedAreas.ShouldBe(["health", "other"]);
        DisclosureControl.Apply(many, 3, [merged]).Disclosure!.MergedAreas.ShouldBe(["health", "other"]);
        // The one before had hidden cells and merged nothing.
        var apart = DisclosureControl.Apply(SmallReports.Of(("health", 9, 2, 4), ("transport", 9, 5, 9), ("other", 9, 5, 5)), 3);
        Coarsening.HidesAny(apart).ShouldBeTrue();
        DisclosureControl.Apply(few, 3, [apart]).Disclosure!.MergedAreas.ShouldBeNull();
        // One that hid nothing is nothing to keep.
        Coarsening.HidesAny(many).ShouldBeFalse();
        DisclosureControl.Apply(few, 3, [many]).Disclosure!.MergedAreas.ShouldBe(["health", "other"]);
    }

    [Fact]
    public void merges_the_first_by_code_of_those_with_as_few() =>
        Coarsening
            .Areas(SmallReports.Of(("health", 2, 2, 0), ("transport", 2, 2, 0), ("other", 2, 2, 0), ("schools", 8, 5, 6)), 3, [])
            .ShouldBe(["health", "other"]);

    [Fact]
    public void leaves_a_row_of_several_areas_together()
    {
        var merged = Coarsening.Merge(
            SmallReports.Of(("health", 9, 1, 4), ("transport", 9, 5, 6), ("other", 9, 2, 1)),
            ["health", "other"]
        );
        Coarsening.Merge(merged, ["health"]).ShouldBeSameAs(merged);
        Coarsening.Merge(merged, ["health", "other"]).Rows().ShouldBe(["transport", "health+other"]);
    }
}
