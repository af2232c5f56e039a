namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// Looks for other values of the suppressed figures that a reader could not tell from the true ones: steps of one that keep every
/// constraint. Where limits meet, neither elimination nor bounds of each figure by itself show all that follows; an alternative solution
/// that was found shows that a figure is not disclosed.
/// </summary>
internal sealed class AlternativeSolutions
{
    private const int MostSteps = 8;
    private const int MostTrials = 1000;
    private readonly IReadOnlyDictionary<string, int> _values;
    private readonly ILookup<string, Constraint> _constraints;
    private readonly Dictionary<string, int> _change = [];
    private int _trials;

    public AlternativeSolutions(IReadOnlyDictionary<string, int> values, IReadOnlyList<Equation> equations, IReadOnlySet<string> suppressed)
    {
        _values = values;
        _constraints = equations
            .Select(equation => new Constraint(
                [.. equation.Terms.Where(term => suppressed.Contains(term.Figure))],
                equation.Terms.Sum(term => term.Sign * values[term.Figure]),
                equation.AtMost
            ))
            .SelectMany(constraint => constraint.Terms.Select(term => (term.Figure, constraint)))
            .ToLookup(each => each.Figure, each => each.constraint);
    }

    /// <returns>True where there is one in which the figure differs, none is below 1, and few others differ.</returns>
    public bool Exist(string figure)
    {
        // The fewest steps first: they are found soonest.
        for (var steps = 1; steps <= MostSteps; steps++)
            foreach (var step in new[] { 1, -1 })
            {
                _trials = MostTrials;
                _change.Clear();
                if (Try(figure, step, steps))
                    return true;
            }
        return false;
    }

    private bool Try(string figure, int step, int steps)
    {
        if (steps == 0 || _values[figure] + step < 1 || --_trials < 0)
            return false;
        _change[figure] = step;
        if (_change.Keys.SelectMany(changed => _constraints[changed]).FirstOrDefault(each => Violation(each) != 0) is not { } broken)
            return true;
        var sign = Math.Sign(Violation(broken));
        if (broken.Terms.Where(term => !_change.ContainsKey(term.Figure)).Any(term => Try(term.Figure, -sign * term.Sign, steps - 1)))
            return true;
        _change.Remove(figure);
        return false;
    }

    private int Violation(Constraint constraint)
    {
        var sum = constraint.Sum + constraint.Terms.Sum(term => term.Sign * _change.GetValueOrDefault(term.Figure));
        return constraint.AtMost ? Math.Max(0, sum) : sum;
    }

    /// <summary>What a reader knows of some suppressed figures: that they add up to something, or to no more than that.</summary>
    private sealed record Constraint(IReadOnlyList<(string Figure, int Sign)> Terms, int Sum, bool AtMost);
}
