namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>Gauss-Jordan elimination: which unknowns a set of linear equations determines.</summary>
internal static class GaussJordan
{
    /// <param name="rows">The coefficients of each equation. What they add up to does not matter: there is a solution.</param>
    /// <returns>The places of the unknowns that have one value only.</returns>
    public static IReadOnlySet<int> Determined(List<decimal[]> rows)
    {
        var pivot = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            var found = rows.FindIndex(pivot, row => Math.Abs(row[column]) > 1e-9m);
            if (found < 0)
                continue;
            (rows[pivot], rows[found]) = (rows[found], rows[pivot]);
            var scale = rows[pivot][column];
            rows[pivot] = [.. rows[pivot].Select(coefficient => coefficient / scale)];
            for (var i = 0; i < rows.Count; i++)
                if (i != pivot && rows[i][column] is var factor && factor != 0)
                    rows[i] = [.. rows[i].Zip(rows[pivot], (one, other) => one - (factor * other))];
            pivot++;
        }
        return rows.Where(row => row.Count(coefficient => Math.Abs(coefficient) > 1e-9m) == 1)
            .Select(row => Array.FindIndex(row, coefficient => Math.Abs(coefficient) > 1e-9m))
            .ToHashSet();
    }
}
