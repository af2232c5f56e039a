namespace Ombud.Projections.Disclosing;

/// <summary>Finds which figures must not be shown, so that no hidden one can be worked out from those that are.</summary>
/// <param name="values">Every figure.</param>
/// <param name="equations">What a reader knows of how they add up.</param>
internal sealed class Secrecy(IReadOnlyDictionary<string, int> values, IReadOnlyList<Equation> equations)
{
    private readonly HashSet<string> _hidden = [];

    /// <summary>The figures that limits bear upon: their own, those that add up with them, those that add up with these, and so on.</summary>
    private readonly HashSet<string> _limited = Limited(equations);

    /// <param name="small">The figures that are to be hidden for their own sake.</param>
    public IReadOnlySet<string> Hide(IEnumerable<string> small)
    {
        _hidden.UnionWith(small);
        while (WorkedOut().Concat(WithoutAnother()).FirstOrDefault(figure => Cover(figure) is not null) is { } figure)
            _hidden.Add(Cover(figure)!);
        return _hidden;
    }

    /// <summary>Which shown figure to hide as well, so that a hidden one cannot be worked out; null where there is none left.</summary>
    private string? Cover(string figure) =>
        equations
            .Where(equation => equation.Terms.Any(term => term.Figure == figure))
            .Select(Cover)
            .FirstOrDefault(cover => cover is not null);

    private string? Cover(Equation equation) =>
        equation.GiveUp is { } first && Covers(first)
            ? first
            : equation
                .Terms.Where(term => Covers(term.Figure))
                .OrderByDescending(term => term.Sign)
                .ThenBy(term => values[term.Figure])
                .ThenBy(term => term.Figure, StringComparer.Ordinal)
                .Select(term => term.Figure)
                .FirstOrDefault();

    /// <summary>A 0 covers nothing: hidden figures are known not to be 0.</summary>
    private bool Covers(string figure) => values[figure] != 0 && !_hidden.Contains(figure);

    /// <summary>The hidden figures that follow from the others: by solving the equations, or because each must be at least 1.</summary>
    private IEnumerable<string> WorkedOut()
    {
        var unknown = equations
            .SelectMany(equation => equation.Terms)
            .Select(term => term.Figure)
            .Where(_hidden.Contains)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var rows = equations
            .Select(equation => Row(equation, unknown))
            .Where(row => row.Coefficients.Any(coefficient => coefficient != 0))
            .ToList();
        var known = Elimination
            .Determined([.. rows.Where(row => !row.AtMost).Select(row => row.Coefficients)])
            .Union(Bounds.Determined(unknown.Count, rows))
            .ToHashSet();
        return unknown.Where((_, i) => known.Contains(i));
    }

    /// <summary>The hidden figures for which no other reading is found.</summary>
    private IEnumerable<string> WithoutAnother()
    {
        var readings = new Readings(values, equations, _hidden);
        return _hidden.Where(_limited.Contains).Order(StringComparer.Ordinal).Where(figure => !readings.Another(figure));
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

    /// <summary>What an equation says of the hidden figures: their signed sum, or its limit.</summary>
    private (decimal[] Coefficients, int Sum, bool AtMost) Row(Equation equation, List<string> unknown)
    {
        var coefficients = new decimal[unknown.Count];
        foreach (var (figure, sign) in equation.Terms.Where(term => _hidden.Contains(term.Figure)))
            coefficients[unknown.IndexOf(figure)] += sign;
        return (
            coefficients,
            -equation.Terms.Where(term => !_hidden.Contains(term.Figure)).Sum(term => term.Sign * values[term.Figure]),
            equation.AtMost
        );
    }
}
