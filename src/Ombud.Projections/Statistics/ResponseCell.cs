namespace Ombud.Projections.Statistics;

/// <summary>
/// How many response requests of a unit share a rule and an outcome, or the days until the response. Each is counted in both ways.
/// </summary>
internal sealed class ResponseCell
{
    public string Unit { get; init; } = "";
    public string? Rule { get; init; }
    public string? Kind { get; init; }

    /// <summary>
    /// <c>met</c>, <c>late</c>, <c>none</c> or <c>pending</c>; null where no rule gives a deadline, or what it gave was not of this period.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>From the day the term began until the response; null where none came in the period.</summary>
    public int? Days { get; init; }
    public int N { get; init; }
}

internal static class ResponseCells
{
    public static Spread Spread(this IEnumerable<ResponseCell> cells) =>
        Statistics.Spread.Of(cells.Where(cell => cell.Days is not null).Select(cell => (cell.Days!.Value, cell.N)));

    public static Timeliness Timeliness(this IEnumerable<ResponseCell> cells)
    {
        var byOutcome = cells.ToLookup(cell => cell.Outcome, cell => cell.N);
        return new(byOutcome["met"].Sum(), byOutcome["late"].Sum(), byOutcome["none"].Sum(), byOutcome["pending"].Sum());
    }
}
