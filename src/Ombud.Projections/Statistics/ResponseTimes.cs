using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Statistics;

/// <summary>
/// How soon the administration answered, over the responses of the period; and how its deadlines stood, over those that were met in
/// the period or unmet at its end.
/// </summary>
/// <param name="Days">From the day the term began, or the request where there is none, until the response.</param>
/// <param name="Breaches">Statutory deadlines met late or not at all. A norm is never counted here.</param>
public sealed record ResponseTimes(
    Spread Days,
    Timeliness Deadlines,
    int? Breaches,
    IReadOnlyList<RuleResponses> ByRule,
    IReadOnlyList<UnitResponses> ByUnit
);

/// <param name="None">Unmet, and the last day had ended.</param>
/// <param name="Pending">Unmet, and the last day had not ended, or the deadline was suspended.</param>
public sealed record Timeliness(int? Met, int? Late, int? None, int? Pending)
{
    /// <summary>How many had come to their end.</summary>
    internal int? Judged => Met + Late + None;
}

/// <param name="Breaches">Late and none, where the rule is statutory; absent for norms and dates that were set.</param>
public sealed record RuleResponses(string Rule, string Label, string? Law, DeadlineKind Kind, Timeliness Deadlines, int? Breaches);

/// <param name="Rank">By the share met in time, 1 for the highest; absent where fewer than five deadlines had come to their end: too few to
/// tell.</param>
public sealed record UnitResponses(string Unit, string Label, Spread Days, Timeliness Deadlines, int? Rank);
