namespace Ombud.Projections.Disclosing;

/// <summary>
/// Looks for other values of the hidden figures that a reader could not tell from the true ones: steps of one that keep every sum and
/// every limit. Where limits meet, neither solving nor bounding each figure by itself shows all that follows; a reading that was found does.
/// </summary>
internal sealed class Readings
{
    private const int Longest = 8;
    private const int MostTrials = 1000;
    private readonly IReadOnlyDictionary<string, int> _values;
    private readonly ILookup<string, Tie> _ties;
    private readonly Dictionary<string, int> _change = [];
    private int _trials;

    public Readings(IReadOnlyDictionary<string, int> values, IReadOnlyList<Equation> equations, IReadOnlySet<string> hidden)
    {
        _values = values;
        _ties = equations
            .Select(equation => new Tie(
                [.. equation.Terms.Where(term => hidden.Contains(term.Figure))],
                equation.Terms.Sum(term => term.Sign * values[term.Figure]),
                equation.AtMost
            ))
            .SelectMany(tie => tie.Hidden.Select(term => (term.Figure, tie)))
            .ToLookup(each => each.Figure, each => each.tie);
    }

    /// <returns>True where there is one in which the figure differs, none is below 1, and few others differ.</returns>
    public bool Another(string figure)
    {
        // The fewest steps first: they are found soonest.
        for (var steps = 1; steps <= Longest; steps++)
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
        if (_change.Keys.SelectMany(changed => _ties[changed]).FirstOrDefault(tie => Off(tie) != 0) is not { } broken)
            return true;
        var off = Math.Sign(Off(broken));
        if (broken.Hidden.Where(term => !_change.ContainsKey(term.Figure)).Any(term => Try(term.Figure, -off * term.Sign, steps - 1)))
            return true;
        _change.Remove(figure);
        return false;
    }

    private int Off(Tie tie)
    {
        var sum = tie.Sum + tie.Hidden.Sum(term => term.Sign * _change.GetValueOrDefault(term.Figure));
        return tie.AtMost ? Math.Max(0, sum) : sum;
    }

    /// <summary>What a reader knows of some hidden figures: that they add up to something, or to no more than that.</summary>
    private sealed record Tie(IReadOnlyList<(string Figure, int Sign)> Hidden, int Sum, bool AtMost);
}
