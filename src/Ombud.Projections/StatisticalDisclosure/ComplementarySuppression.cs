namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// Complementary (secondary) suppression: which further figures must not be shown, so that no suppressed one can be derived.
/// </summary>
/// <param name="values">Every figure.</param>
/// <param name="equations">What a reader knows of how they add up.</param>
internal sealed class ComplementarySuppression(IReadOnlyDictionary<string, int> values, IReadOnlyList<Equation> equations)
{
    private readonly HashSet<string> _suppressed = [];

    /// <summary>
    /// The figures that limits constrain: their own, those that add up with them, those that add up with these, and so on.
    /// </summary>
    private readonly HashSet<string> _limited = Limited(equations);

    /// <param name="primary">The figures that are suppressed for their own sake.</param>
    public IReadOnlySet<string> Suppress(IEnumerable<string> primary)
    {
        _suppressed.UnionWith(primary);
        while (Derivable().Concat(WithoutAlternative()).FirstOrDefault(figure => ComplementOf(figure) is not null) is { } figure)
            _suppressed.Add(ComplementOf(figure)!);
        return _suppressed;
    }

    /// <summary>
    /// Which shown figure to suppress as well, so that a suppressed one cannot be derived; null where there is none left.
    /// </summary>
    private string? ComplementOf(string figure) =>
        equations
            .Where(equation => equation.Terms.Any(term => term.Figure == figure))
            .Select(ComplementIn)
            .FirstOrDefault(complement => complement is not null);

    private string? ComplementIn(Equation equation) =>
        equation.Complement is { } first && CanComplement(first)
            ? first
            : equation
                .Terms.Where(term => CanComplement(term.Figure))
                .OrderByDescending(term => term.Sign)
                .ThenBy(term => values[term.Figure])
                .ThenBy(term => term.Figure, StringComparer.Ordinal)
                .Select(term => term.Figure)
                .FirstOrDefault();

    /// <summary>A 0 complements nothing: suppressed figures are known not to be 0.</summary>
    private bool CanComplement(string figure) => values[figure] != 0 && !_suppressed.Contains(figure);

    /// <summary>
    /// The suppressed figures that can be derived from the others: by solving the equations, or because each must be at least 1.
    /// </summary>
    private IEnumerable<string> Derivable()
    {
        var unknown = equations
            .SelectMany(equation => equation.Terms)
            .Select(term => term.Figure)
            .Where(_suppressed.Contains)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var rows = equations
            .Select(equation => Row(equation, unknown))
            .Where(row => row.Coefficients.Any(coefficient => coefficient != 0))
            .ToList();
        var known = GaussJordan
            .Determined([.. rows.Where(row => !row.AtMost).Select(row => row.Coefficients)])
            .Union(LinearBounds.Determined(unknown.Count, rows))
            .ToHashSet();
        return unknown.Where((_, i) => known.Contains(i));
    }

    /// <summary>The suppressed figures for which no alternative solution is found.</summary>
    private IEnumerable<string> WithoutAlternative()
    {
        var alternatives = new AlternativeSolutions(values, equations, _suppressed);
        return _suppressed.Where(_limited.Contains).Order(StringComparer.Ordinal).Where(figure => !alternatives.Exist(figure));
    }

    private static HashSet<string> Limited(IReadOnlyList<Equation> equations)
    {
        var limited = equations
            .Where(equation => equation.AtMost)
            .SelectMany(equation => equation.Terms)
            .Select(term => term.Figure)
            .ToHashSet();
        for (var before = -1; before < limited.Count; )
        {
            before = limited.Count;
            limited.UnionWith(
                equations
                    .Where(equation => equation.Terms.Any(term => limited.Contains(term.Figure)))
                    .SelectMany(equation => equation.Terms)
                    .Select(term => term.Figure)
            );
        }
        return limited;
    }

    /// <summary>What an equation says of the suppressed figures: their signed sum, or its limit.</summary>
    private (decimal[] Coefficients, int Sum, bool AtMost) Row(Equation equation, List<string> unknown)
    {
        var coefficients = new decimal[unknown.Count];
        foreach (var (figure, sign) in equation.Terms.Where(term => _suppressed.Contains(term.Figure)))
            coefficients[unknown.IndexOf(figure)] += sign;
        return (
            coefficients,
            -equation.Terms.Where(term => !_suppressed.Contains(term.Figure)).Sum(term => term.Sign * values[term.Figure]),
            equation.AtMost
        );
    }
}
