using System.Globalization;
using Ombud.Projections.StatisticalDisclosure;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>Each line the coefficients of an equation; the unknowns count from 0.</summary>
public sealed class SolvingEquations
{
    [Theory]
    [InlineData("", "")]
    [InlineData("0 0", "")]
    [InlineData("1", "0")]
    [InlineData("0 2 0", "1")]
    [InlineData("1 1", "")]
    [InlineData("1 1 | 1 1", "")]
    [InlineData("1 1 | 1 -1", "0 1")]
    [InlineData("1 1 | 0 1", "0 1")]
    [InlineData("0 1 | 1 1", "0 1")]
    [InlineData("1 1 1 | 1 0 1", "1")]
    [InlineData("1 1 0 | 0 1 1 | 1 0 1", "0 1 2")]
    [InlineData("1 1 0 0 | 0 1 1 0 | 1 0 0 1 | 0 0 1 1", "")]
    [InlineData("1 1 0 0 | 0 1 1 0 | 1 0 0 1 | 0 0 1 -1", "0 1 2 3")]
    [InlineData("0 0 3 | 0 2 1", "1 2")]
    [InlineData("1 1 1 | 2 2 2 | 3 3 2", "2")]
    public void determines_the_unknowns_that_have_one_value_only(string rows, string determined) =>
        GaussJordan
            .Determined([.. rows.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Numbers)])
            .Order()
            .ShouldBe(Numbers(determined).Select(place => (int)place));

    internal static decimal[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => decimal.Parse(each, CultureInfo.InvariantCulture))];
}
