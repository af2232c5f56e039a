using Ombud.Projections.StatisticalDisclosure;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>A suppressed figure is safe where it could be another, and everything that is shown would still add up.</summary>
public sealed class LookingForOtherValues
{
    private static bool Exist(string figure, (string Figure, int Value)[] suppressed, params Equation[] equations)
    {
        var values = suppressed.ToDictionary(each => each.Figure, each => each.Value);
        // What is shown is what it has to be.
        foreach (
            var (shown, _) in equations.SelectMany(equation => equation.Terms).Where(term => !values.ContainsKey(term.Figure)).ToList()
        )
            values[shown] = equations.First(each => each.Terms.Any(term => term.Figure == shown)).Terms.Sum(Part);
        return new AlternativeSolutions(values, equations, suppressed.Select(each => each.Figure).ToHashSet()).Exist(figure);

        int Part((string Figure, int Sign) term) => values.GetValueOrDefault(term.Figure);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(1, 2, true)]
    [InlineData(5, 5, true)]
    public void there_are_some_where_two_add_up_to_more_than_two(int one, int other, bool exist)
    {
        Exist("one", [("one", one), ("other", other)], Equation.Sum("whole", ["one", "other"])).ShouldBe(exist);
        Exist("other", [("one", one), ("other", other)], Equation.Sum("whole", ["one", "other"])).ShouldBe(exist);
    }

    [Fact]
    public void there_are_none_for_a_figure_that_others_add_up_to() =>
        Exist("one", [("one", 5)], Equation.Sum("whole", ["one"])).ShouldBeFalse();

    [Fact]
    public void a_part_and_its_whole_move_together()
    {
        Exist("part", [("part", 5), ("whole", 5)], Equation.Same("part", "whole")).ShouldBeTrue();
        Exist("part", [("part", 1), ("whole", 1)], Equation.Same("part", "whole")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(1, 2, true)]
    public void a_part_may_be_up_to_what_the_whole_is(int part, int whole, bool exist) =>
        new AlternativeSolutions(
            new Dictionary<string, int> { ["part"] = part, ["whole"] = whole },
            [Equation.Limit("part", ["whole"])],
            new HashSet<string> { "part" }
        )
            .Exist("part")
            .ShouldBe(exist);

    /// <summary>Three of which each two are at most 4 and all add up to 6 are 2 each; bounds and elimination do not show it.</summary>
    [Fact]
    public void there_are_none_where_limits_meet() => Triangle(limit: 4).ShouldAllBe(exists => !exists);

    [Fact]
    public void there_are_some_where_limits_leave_room() => Triangle(limit: 5).ShouldAllBe(exists => exists);

    private static IEnumerable<bool> Triangle(int limit)
    {
        var values = new Dictionary<string, int>
        {
            ["a"] = 2,
            ["b"] = 2,
            ["c"] = 2,
            ["sum"] = 6,
            ["limit"] = limit,
        };
        var alternatives = new AlternativeSolutions(values, Meeting, new HashSet<string> { "a", "b", "c" });
        return new[] { "a", "b", "c" }.Select(alternatives.Exist);
    }

    internal static Equation[] Meeting { get; } =
    [
        Equation.Sum("sum", ["a", "b", "c"]),
        new([("a", 1), ("b", 1), ("limit", -1)], AtMost: true),
        new([("b", 1), ("c", 1), ("limit", -1)], AtMost: true),
        new([("a", 1), ("c", 1), ("limit", -1)], AtMost: true),
    ];

    [Theory]
    [InlineData(2, true)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void up_to_eight_figures_differ(int figures, bool exist)
    {
        var names = Enumerable.Range(1, figures).Select(i => $"figure{i}").ToList();
        Exist(
                names[0],
                [.. names.Select(name => (name, 5))],
                [.. names.Zip(names.Skip(1), (one, next) => Equation.Sum($"{one}+{next}", [one, next]))]
            )
            .ShouldBe(exist);
    }

    [Fact]
    public void there_are_some_by_a_second_way_where_the_first_ends_nowhere()
    {
        (string, int)[] suppressed = [("one", 5), ("fixed", 5), ("other", 5)];
        Equation[] equations = [Equation.Sum("whole", ["one", "fixed", "other"]), Equation.Same("fixed", "shown")];
        Exist("one", suppressed, equations).ShouldBeTrue();
        Exist("fixed", suppressed, equations).ShouldBeFalse();
    }
}
