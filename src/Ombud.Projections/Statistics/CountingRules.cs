namespace Ombud.Projections.Statistics;

/// <summary>By which rules responses are counted. A published report is made again by those of its day.</summary>
public enum CountingRules
{
    /// <summary>
    /// What ends on the last day of the period is pending, a deadline that was waived after its end is no breach, and a request outlives
    /// its case.
    /// </summary>
    First,

    /// <summary>
    /// What ends on the last day of the period and is not met is a breach once that day is over; what was late before it was waived, or
    /// before its case was closed, stays one.
    /// </summary>
    Current,
}
