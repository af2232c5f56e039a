namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// Bounds of unknowns under linear constraints, none of them below 1: each constraint narrows them until nothing changes.
/// </summary>
internal sealed class LinearBounds
{
    private const int MostRounds = 50;
    private readonly decimal[] _lowest;
    private readonly decimal?[] _highest;

    private LinearBounds(int unknowns) => (_lowest, _highest) = ([.. Enumerable.Repeat(1m, unknowns)], new decimal?[unknowns]);

    /// <param name="rows">Each the coefficients of the unknowns, and what they add up to, or add up to at most.</param>
    /// <returns>The places of the unknowns that have one value only.</returns>
    public static IEnumerable<int> Determined(int unknowns, IReadOnlyList<(decimal[] Coefficients, int Sum, bool AtMost)> rows)
    {
        var bounds = new LinearBounds(unknowns);
        for (var round = 0; round < MostRounds && rows.Aggregate(false, (narrowed, row) => bounds.Narrow(row) || narrowed); round++) { }
        return Enumerable.Range(0, unknowns).Where(i => bounds._lowest[i] == bounds._highest[i]);
    }

    /// <returns>True where an unknown has less room than before.</returns>
    private bool Narrow((decimal[] Coefficients, int Sum, bool AtMost) row)
    {
        var narrowed = false;
        for (var i = 0; i < row.Coefficients.Length; i++)
            if (row.Coefficients[i] is var own && own != 0)
            {
                var (least, most) = (Rest(row.Coefficients, i, lowest: true), row.AtMost ? null : Rest(row.Coefficients, i, lowest: false));
                narrowed |=
                    own > 0
                        ? Set(i, (row.Sum - most) / own, (row.Sum - least) / own)
                        : Set(i, (row.Sum - least) / own, (row.Sum - most) / own);
            }
        return narrowed;
    }

    /// <summary>The least, or the most, that the other unknowns add up to; null where there is no limit.</summary>
    private decimal? Rest(decimal[] coefficients, int but, bool lowest)
    {
        decimal? sum = 0;
        for (var i = 0; i < coefficients.Length; i++)
            if (i != but && coefficients[i] is var coefficient && coefficient != 0)
                sum += coefficient * (coefficient > 0 == lowest ? _lowest[i] : _highest[i]);
        return sum;
    }

    private bool Set(int i, decimal? lowest, decimal? highest)
    {
        var narrowed = false;
        if (lowest > _lowest[i])
            (_lowest[i], narrowed) = (decimal.Ceiling(lowest.Value), true);
        if (highest is { } limit && !(_highest[i] <= limit))
            (_highest[i], narrowed) = (decimal.Floor(limit), true);
        return narrowed;
    }
}
