using Ombud.Projections.StatisticalDisclosure;

namespace Ombud.Projections.Tests.Disclosing;

public sealed class SuppressingWithComplements
{
    private static readonly Equation Table = Equation.Sum("all", ["one", "two", "three"]);

    private static IEnumerable<string> Suppressed(
        string[] primary,
        (string Figure, int Value)[] values,
        params IReadOnlyList<Equation> equations
    ) =>
        new ComplementarySuppression(values.ToDictionary(each => each.Figure, each => each.Value), equations)
            .Suppress(primary)
            .Order(StringComparer.Ordinal);

    [Fact]
    public void takes_the_smallest_part_beside_the_one_that_could_be_derived() =>
        Suppressed(["one"], [("one", 2), ("two", 9), ("three", 5), ("all", 16)], Table).ShouldBe(["one", "three"]);

    [Fact]
    public void takes_the_first_by_name_of_two_that_are_as_small() =>
        Suppressed(["one"], [("one", 2), ("two", 5), ("three", 5), ("all", 12)], Table).ShouldBe(["one", "three"]);

    [Fact]
    public void takes_no_zero_and_the_whole_where_there_is_no_other_part() =>
        Suppressed(["one"], [("one", 2), ("two", 0), ("three", 0), ("all", 2)], Table).ShouldBe(["all", "one"]);

    [Fact]
    public void takes_first_what_the_equation_names() =>
        Suppressed(
                ["one"],
                [("one", 2), ("two", 9), ("three", 5), ("all", 16)],
                Equation.Sum("all", ["one", "two", "three"], complement: "all")
            )
            .ShouldBe(["all", "one"]);

    [Fact]
    public void takes_a_part_where_what_the_equation_names_is_0() =>
        Suppressed(
                ["one"],
                [("one", 2), ("two", 9), ("three", 5), ("all", 16), ("other", 0)],
                Equation.Sum("all", ["one", "two", "three"], complement: "other")
            )
            .ShouldBe(["one", "three"]);

    [Fact]
    public void takes_nothing_where_nothing_can_be_derived() =>
        Suppressed(["one", "two"], [("one", 2), ("two", 1), ("three", 5), ("all", 8)], Table).ShouldBe(["one", "two"]);

    [Fact]
    public void takes_nothing_from_figures_that_add_up_to_nothing() =>
        Suppressed(["lonely"], [("lonely", 2), ("one", 5), ("two", 6), ("three", 7), ("all", 18)], Table).ShouldBe(["lonely"]);

    /// <summary>Two that add up to 2 are 1 and 1: bounds show it, though no elimination does.</summary>
    [Fact]
    public void takes_a_third_where_bounds_leave_two_no_room() =>
        Suppressed(["one", "two"], [("one", 1), ("two", 1), ("three", 5), ("all", 7)], Table).ShouldBe(["one", "three", "two"]);

    /// <summary>The third is the whole less what two others are together: elimination shows it, though bounds leave it room.</summary>
    [Fact]
    public void takes_another_where_elimination_derives_one() =>
        Suppressed(
                ["one", "two", "three"],
                [("one", 5), ("two", 6), ("three", 9), ("both", 11), ("all", 20)],
                Equation.Sum("both", ["one", "two"]),
                Table
            )
            .ShouldBe(["all", "one", "three", "two"]);

    /// <summary>Neither shows it where limits meet; no other values are found.</summary>
    [Fact]
    public void takes_another_where_limits_meet() =>
        Suppressed(["a", "b", "c"], [("a", 2), ("b", 2), ("c", 2), ("sum", 6), ("limit", 4)], LookingForOtherValues.Meeting)
            .ShouldBe(["a", "b", "c", "sum"]);

    [Fact]
    public void takes_nothing_where_limits_leave_room() =>
        Suppressed(["a", "b", "c"], [("a", 2), ("b", 2), ("c", 2), ("sum", 6), ("limit", 5)], LookingForOtherValues.Meeting)
            .ShouldBe(["a", "b", "c"]);

    [Fact]
    public void gives_up_where_there_is_nothing_left_to_take() =>
        Suppressed(["one", "all"], [("one", 1), ("two", 0), ("three", 0), ("all", 1)], Table, new Equation([("one", 1)]))
            .ShouldBe(["all", "one"]);
}
