using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Statistics;

/// <summary>
/// How soon the administration answered, over the responses of the period; and how its deadlines stood, over those that were met in
/// the period or unmet at its end.
/// </summary>
/// <param name="Days">From the day the term began, or the request where there is none, until the response.</param>
/// <param name="Deadlines">How the deadlines stood.</param>
/// <param name="Breaches">Statutory deadlines met late or not at all. A norm is never counted here.</param>
/// <param name="ByRule">The same for each rule.</param>
/// <param name="ByUnit">The same for each unit.</param>
public sealed record ResponseTimes(
    Spread Days,
    Timeliness Deadlines,
    int? Breaches,
    IReadOnlyList<RuleResponses> ByRule,
    IReadOnlyList<UnitResponses> ByUnit
);

/// <summary>How deadlines stood.</summary>
/// <param name="Met">Met in time.</param>
/// <param name="Late">Met after the last day.</param>
/// <param name="None">Unmet, and the last day had ended.</param>
/// <param name="Pending">Unmet, and the last day had not ended, or the deadline was suspended.</param>
public sealed record Timeliness(int? Met, int? Late, int? None, int? Pending)
{
    /// <summary>How many had come to their end.</summary>
    internal int? Judged => Met + Late + None;
}

/// <summary>How the deadlines under a rule stood.</summary>
/// <param name="Rule">The rule's id, such as <c>NO.fvl.11a.preliminary-reply</c>.</param>
/// <param name="Label">The rule's name in the report's language.</param>
/// <param name="Law">The paragraph or decision that it rests on, as people cite it.</param>
/// <param name="Kind">What stands behind the rule.</param>
/// <param name="Deadlines">How they stood.</param>
/// <param name="Breaches">Late and none, where the rule is statutory; absent for norms and dates that were set.</param>
public sealed record RuleResponses(string Rule, string Label, string? Law, DeadlineKind Kind, Timeliness Deadlines, int? Breaches);

/// <summary>How a unit's responses and deadlines stood.</summary>
/// <param name="Unit">A code of the municipality's units.</param>
/// <param name="Label">The unit in the report's language.</param>
/// <param name="Days">From the day the term began, or the request where there is none, until the response.</param>
/// <param name="Deadlines">How its deadlines stood.</param>
/// <param name="Rank">By the share met in time, 1 for the highest; absent where fewer than five deadlines had come to their end: too few to
/// tell.</param>
public sealed record UnitResponses(string Unit, string Label, Spread Days, Timeliness Deadlines, int? Rank);
