using Ombud.Projections.Comparisons;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

public sealed class AddingUpAReport
{
    private static readonly StatisticsReport Responses = SmallReports
        .Of(("health", 9, 3, 4), ("transport", 8, 6, 7), ("other", 7, 5, 5))
        .WithResponses();

    [Fact]
    public void gives_what_the_equations_say() => HidingSmallCounts.Always((report, _) => Holds(report));

    [Fact]
    public void gives_what_the_equations_say_of_responses() => Holds(Responses).ShouldBeTrue();

    [Fact]
    public void gives_what_they_say_where_areas_share_a_row() => Holds(Coarsening.Merge(Responses, ["health", "other"])).ShouldBeTrue();

    [Fact]
    public void ties_every_count_to_others()
    {
        var tied = ReportEquations.Of(Responses).SelectMany(equation => equation.Terms).Select(term => term.Figure).ToHashSet();
        ReportFigures.Of(Responses).Keys.Where(figure => ReportFigures.IsCount(figure) && !tied.Contains(figure)).ShouldBeEmpty();
    }

    [Fact]
    public void ties_responses_by_rule_and_by_unit_and_breaches_to_what_they_are_made_of() =>
        ReportEquations
            .Of(Responses)
            .Where(equation => equation.Terms.Any(term => term.Figure.StartsWith("responseTime", StringComparison.Ordinal)))
            .Select(Text)
            .ShouldBe([
                .. new[] { "met", "late", "none", "pending" }.SelectMany(outcome =>
                    new[]
                    {
                        $"byRule[NO.fvl.11a statutory].deadlines.{outcome} + byRule[drammen.reply local_target].deadlines.{outcome} "
                            + $"= deadlines.{outcome}",
                        $"byUnit[schools].deadlines.{outcome} + byUnit[building_office].deadlines.{outcome} = deadlines.{outcome}",
                    }
                ),
                "byUnit[schools].days.n + byUnit[building_office].days.n = days.n",
                "byRule[NO.fvl.11a statutory].breaches = breaches",
                "byRule[NO.fvl.11a statutory].deadlines.late + byRule[NO.fvl.11a statutory].deadlines.none "
                    + "= byRule[NO.fvl.11a statutory].breaches",
            ]);

    private static string Text(Equation equation) =>
        string.Join(" = ", equation.Terms.GroupBy(term => term.Sign).Select(side => string.Join(" + ", side.Select(term => term.Figure))))
            .Replace("responseTime.", "");

    private static bool Holds(StatisticsReport report)
    {
        var figures = ReportFigures.Of(report);
        return ReportEquations
            .Of(report)
            .All(equation =>
                equation.Terms.Sum(term => term.Sign * figures.GetValueOrDefault(term.Figure)) is var sum
                && (equation.AtMost ? sum <= 0 : sum == 0)
            );
    }
}
