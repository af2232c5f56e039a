using System.Globalization;
using Ombud.Projections.StatisticalDisclosure;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>Each line the coefficients of a constraint and its sum; no unknown is below 1. The unknowns count from 0.</summary>
public sealed class NarrowingBounds
{
    [Theory]
    [InlineData("1 = 5", "0")]
    [InlineData("1 1 = 2", "0 1")]
    [InlineData("1 1 = 3", "")]
    [InlineData("1 1 1 = 3", "0 1 2")]
    [InlineData("1 <= 1", "0")]
    [InlineData("1 <= 2", "")]
    [InlineData("1 1 <= 2", "0 1")]
    [InlineData("1 1 <= 3", "")]
    [InlineData("1 -1 = 0", "")]
    [InlineData("1 -1 = 0 | 0 1 = 4", "0 1")]
    [InlineData("1 -1 <= 0 | 0 1 <= 1", "0 1")]
    [InlineData("-1 1 = -1 | 1 0 <= 2", "0 1")]
    [InlineData("-1 <= -2 | 1 <= 2", "0")]
    [InlineData("-1 <= -2 | 1 <= 3", "")]
    [InlineData("-1 1 <= 0 | 1 0 <= 2", "")]
    [InlineData("2 <= 3", "0")]
    [InlineData("-2 <= -3 | 1 <= 2", "0")]
    [InlineData("1 1 = 4 | 1 0 <= 2 | 0 1 <= 2", "0 1")]
    [InlineData("1 1 1 = 5 | 1 1 0 <= 2 | 0 0 1 <= 3", "0 1 2")]
    [InlineData("1 1 = 5 | 0 1 <= 2 | 1 0 <= 4", "")]
    [InlineData("2 1 = 5 | 0 1 <= 1", "0 1")]
    [InlineData("-2 1 = -3 | 0 1 <= 1", "0 1")]
    [InlineData("0 0 0 1 <= 2 | 0 0 1 -1 <= 0 | 0 1 -1 0 <= 0 | 1 -1 0 0 <= 0 | -1 0 0 0 <= -2", "0 1 2 3")]
    [InlineData("1 -1 0 0 = 0 | 0 1 -1 0 = 0 | 0 0 1 -1 = 0 | 0 0 0 1 <= 1", "0 1 2 3")]
    public void determines_the_unknowns_that_are_left_no_room(string rows, string determined)
    {
        var constraints = rows.Split('|').Select(Constraint).ToList();
        LinearBounds
            .Determined(constraints[0].Coefficients.Length, constraints)
            .ShouldBe(SolvingEquations.Numbers(determined).Select(place => (int)place));
    }

    private static (decimal[] Coefficients, int Sum, bool AtMost) Constraint(string text)
    {
        var atMost = text.Contains("<=", StringComparison.Ordinal);
        var sides = text.Split(atMost ? "<=" : "=");
        return (SolvingEquations.Numbers(sides[0]), int.Parse(sides[1], CultureInfo.InvariantCulture), atMost);
    }
}
